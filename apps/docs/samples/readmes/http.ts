// #region server
import { createJsonResponse, createPipeline, createUnknownApiKeyError, serve } from '@giftoin/http';
import { createSchemaValidator, listOperations, readDocument } from '@giftoin/openapi';

const document = await readDocument();
const respond = await createPipeline({
  operations: listOperations(document),
  validate: createSchemaValidator(document),
  authenticate: ({ apiKey }) => {
    if (apiKey?.key !== 'demo') throw createUnknownApiKeyError();
  },
  handler: (parameters, { operation }) => createJsonResponse(200, { operation: operation.operationId, parameters }),
});
const server = await serve({ respond, port: 0, host: '127.0.0.1' });
await server.close();
// #endregion
