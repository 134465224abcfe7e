/**
 * The part of the server kit that runs in every runtime, for example in a page behind `fetch`. It imports nothing of Node.js.
 *
 * @module
 */
export { type Cors, type CorsOptions, createCors } from './cors.ts';
export type { IncomingHeaders, IncomingRequest } from './incoming-request.ts';
export {
  findSuccess,
  type JsonSchema,
  type Operation,
  type OperationParameter,
  type OperationRequestBody,
  type OperationResponse,
  type ValidateSchema,
} from './operation.ts';
export type { ParameterValues } from './parameters.ts';
export {
  type AuthenticationContext,
  createPipeline,
  type Exchange,
  type HandlerContext,
  type Pipeline,
  type PipelineOptions,
} from './portable-pipeline.ts';
export { createUnknownApiKeyError, RequestError } from './request-error.ts';
export { createJsonResponse, isBodyless, type OutgoingResponse, toErrorResponse, toHeaderList } from './response.ts';
export { runInTurns } from './run-in-turns.ts';
