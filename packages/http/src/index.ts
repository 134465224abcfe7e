/**
 * The server kit: every server of this repository processes its requests with it, and every response has the format of
 * the contract, whatever the client sends.
 *
 * @module
 */
export { type Cors, type CorsOptions, createCors } from './cors.ts';
export { createHostCheck, isHostName } from './host-check.ts';
export type { IncomingHeaders, IncomingRequest } from './incoming-request.ts';
export {
  type CloseOptions,
  gracefulClose,
  type Handler,
  type ListeningServer,
  type ListenOptions,
  listen,
} from './listen.ts';
export { isLoopback } from './loopback.ts';
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
export { createPipeline, type PipelineOptions } from './pipeline.ts';
export type { AuthenticationContext, Exchange, HandlerContext, Pipeline } from './portable-pipeline.ts';
export { createUnknownApiKeyError, RequestError } from './request-error.ts';
export { createJsonResponse, type OutgoingResponse, toErrorResponse, toHeaderList } from './response.ts';
export { formatAllow, parseTarget } from './router.ts';
export { sendResponse } from './send.ts';
export { type ServeOptions, serve } from './serve.ts';
