import { createJsonResponse, type Operation, type PipelineOptions } from '@giftoin/http/portable';
import type { ControlInput, ControlOperationId } from '@giftoin/types/sandbox-control';
import type { ControlOperations } from './operations.ts';

/** The largest request body, in bytes: a world of many users is large. */
const maxBodySize = 20 * 1024 * 1024;

/** What the pipeline of the control API does after the authentication, whatever receives the requests. */
export function createControlOptions(
  operations: ControlOperations,
): Pick<PipelineOptions<Operation, void>, 'handler' | 'maxBodySize'> {
  function run<Id extends ControlOperationId>(id: Id, input: Record<string, unknown>) {
    // The pipeline has validated the input against the document, which its type is generated from.
    return operations[id](input as unknown as ControlInput<Id>);
  }
  return {
    maxBodySize,
    handler: async (parameters, { operation, body }) => {
      const input = { ...(body as Record<string, unknown>), ...parameters };
      const result = await run(operation.operationId as ControlOperationId, input);
      return result === undefined ? { status: 204 } : createJsonResponse(200, result);
    },
  };
}
