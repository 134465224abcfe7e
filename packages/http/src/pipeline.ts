import { loadValidator } from './load-validator.ts';
import type { JsonSchema, Operation, ValidateSchema } from './operation.ts';
import { parseLargeJson } from './parse-large-json.ts';
import {
  createPipeline as createPortablePipeline,
  type Pipeline,
  type PipelineOptions as PortablePipelineOptions,
} from './portable-pipeline.ts';
import { createQueue, runInTurns } from './run-in-turns.ts';

export interface PipelineOptions<Op extends Operation, Identity>
  extends Omit<PortablePipelineOptions<Op, Identity>, 'validate' | 'large'> {
  /** Validates values whose schemas refer to their document. Default: a validator that knows no document. */
  readonly validate?: ValidateSchema;
  /** Validates large bodies in steps, so that other requests are processed meanwhile. Default: `validate`, at once. */
  readonly validateInParts?: (schema: JsonSchema, value: unknown) => Iterator<unknown, ReturnType<ValidateSchema>>;
}

/**
 * Creates the one way of a request through a server: route, authenticate, authorize, validate the parameters and the body,
 * handle. Every error becomes a response in the format of the contract.
 *
 * @throws {Error} if an operation has something that the pipeline does not support. The message has the operation, the
 *   place and the reason.
 */
export async function createPipeline<Op extends Operation, Identity>(
  options: PipelineOptions<Op, Identity>,
): Promise<Pipeline<Op, Identity>> {
  const { validate = await loadValidator(options.operations), validateInParts, ...rest } = options;
  const enqueue = createQueue();
  const large = {
    parse: (bytes: Uint8Array) => enqueue(() => parseLargeJson(bytes)),
    validate:
      validateInParts &&
      ((schema: JsonSchema, value: unknown) => enqueue(() => runInTurns(validateInParts(schema, value)))),
  };
  return createPortablePipeline({ ...rest, validate, large });
}
