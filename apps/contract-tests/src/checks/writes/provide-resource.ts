import { isSuccess, type Operation } from '@giftoin/openapi';
import { type CheckContext, SkippedError } from '../../model/check.ts';
import { findCreatedSegments, findCreator } from '../../model/created-resource.ts';
import { isUserParameter, listPathParameters } from '../../model/operations.ts';
import { createKnownSegments, type ServerUnderTest } from '../../model/server-under-test.ts';

/** The path parameters of a resource that an operation can change. */
export type ProvideResource = (context: CheckContext) => Promise<Readonly<Record<string, string>>>;

/**
 * Returns a function that provides a resource that an operation can change: one that the run has created, if the document
 * has a POST for it. A DELETE never gets another one. The function throws SkippedError if there is none.
 */
export function createResourceProvider(server: ServerUnderTest, operation: Operation): ProvideResource {
  const creator = findCreator(server.contract, operation);
  const namesResource = listPathParameters(operation).some(({ name }) => !isUserParameter(name));
  const isDelete = operation.method === 'delete';
  return async (context) => {
    const known = createKnownSegments(server, operation);
    if (!namesResource && known) return known;
    if (creator && operation.method !== 'post') {
      const exchange = await context.send(creator);
      const isCreated = exchange && isSuccess(exchange.response);
      const segments = isCreated && findCreatedSegments(server.contract, exchange, operation);
      if (segments) return segments;
      throw new SkippedError(`${creator.operationId} created nothing whose ID is known`);
    }
    if (isDelete)
      throw new SkippedError('the run deletes only what it has created, and the document has no POST for it');
    if (known) return known;
    throw new SkippedError('the server has no resource with the IDs in the examples of the document');
  };
}
