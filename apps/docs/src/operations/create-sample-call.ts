import {
  createExample,
  isSuccess,
  listServers,
  type OpenApiDocument,
  type Operation,
  type Parameter,
} from '@giftoin/openapi';
import type { SampleCall } from '../samples/sample-call.ts';

/** Creates the request that the samples of an operation send, from the examples in the document. */
export function createSampleCall(document: OpenApiDocument, operation: Operation): SampleCall {
  const { operationId, method, path, apiKeys, requestBody, responses } = operation;
  const parameters = operation.parameters.filter(({ required, isIdempotencyKey }) => required && !isIdempotencyKey);
  const values = new Map(parameters.map((parameter) => [parameter.name, createValue(document, parameter)]));
  const texts = (parameter: Parameter) => [values.get(parameter.name)].flat().map(String);
  const of = (place: string) => parameters.filter((parameter) => parameter.in === place);
  const query = of('query').flatMap((parameter) => {
    const { name, separator } = parameter;
    const encoded = texts(parameter).map(encodeURIComponent);
    const all = separator === undefined ? encoded : [encoded.join(encodeURIComponent(separator))];
    return all.map((value) => `${encodeURIComponent(name)}=${value}`);
  });
  const filled = path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    return [values.get(name)]
      .flat()
      .map((value) => encodeURIComponent(String(value)))
      .join(',');
  });
  const body = requestBody && ([...requestBody.examples.values()][0] ?? createExample(document, requestBody.schema));
  const idempotencyKey = operation.parameters.find(({ isIdempotencyKey }) => isIdempotencyKey);
  return {
    operationId,
    method: method.toUpperCase(),
    url: `${listServers(document)[0] ?? ''}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    headers: {
      ...(requestBody && { 'Content-Type': requestBody.mediaType }),
      ...(idempotencyKey && { [idempotencyKey.name]: String(createValue(document, idempotencyKey)) }),
      ...Object.fromEntries(of('header').map((parameter) => [parameter.name, texts(parameter).join(',')])),
    },
    apiKeyHeader: apiKeys[0]?.header,
    apiKey: undefined,
    body,
    // The client creates the idempotency key.
    input: { ...Object.fromEntries(values), ...(requestBody && { body }) },
    baseUrl: undefined,
    hasResult: responses.find(isSuccess)?.mediaType !== undefined,
  };
}

function createValue(document: OpenApiDocument, { example, schema }: Parameter): unknown {
  return example ?? createExample(document, schema);
}
