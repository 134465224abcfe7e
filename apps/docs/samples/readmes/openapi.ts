// #region read
import { createSchemaValidator, listOperations, readDocument } from '@giftoin/openapi';

const document = await readDocument();
const [list] = listOperations(document);
const validate = createSchemaValidator(document);
// #endregion
console.log(list?.operationId, typeof validate);
