import type { OperationContext } from './context.ts';

/** Returns the response body of an operation, as the bytes of its JSON. Undefined if there is nothing to return (404). */
export type Handler<Parameters> = (parameters: Parameters, context: OperationContext) => Promise<Buffer | undefined>;

/** Handlers by operationId. The parameters of each are those of its operation, which the record cannot express. */
export type Handlers = Readonly<Record<string, Handler<never>>>;
