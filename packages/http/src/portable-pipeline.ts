import { recommendApiKeyHeader, resolveApiKey, type SentApiKey } from '@giftoin/protocol';
import { checkOperations } from './check-operations.ts';
import { checkResponse } from './check-response.ts';
import { findOperation, isForServer } from './find-operation.ts';
import type { IncomingRequest } from './incoming-request.ts';
import { getInvalidStatus, type Operation, type ValidateSchema } from './operation.ts';
import { createParameterReader, type ParameterValues } from './parameters.ts';
import { createBodyReader, type LargeBodies } from './request-body.ts';
import { createMissingApiKeyError, RequestError } from './request-error.ts';
import { type OutgoingResponse, toErrorResponse } from './response.ts';
import { createRouter, formatAllow, parseTarget } from './router.ts';

/** What is known of a request before its client is authenticated. */
export interface AuthenticationContext<Op extends Operation> {
  readonly request: IncomingRequest;
  readonly operation: Op;
  /** The API key. Undefined only if the operation needs none. */
  readonly apiKey: SentApiKey | undefined;
  /** The parameters if they are valid, to prefetch what they name. If they are not, the error follows the authorization. */
  readonly parameters: ParameterValues | undefined;
}

/** What a handler gets beside the parameters of its operation. */
export interface HandlerContext<Op extends Operation, Identity> {
  readonly request: IncomingRequest;
  readonly operation: Op;
  /** What `authenticate` returned. */
  readonly identity: Identity;
  /** The query as the client sent it, without its question mark. */
  readonly query: string;
  /** The JSON body, valid by the schema of the operation. Undefined if the request or the operation has none. */
  readonly body: unknown;
}

export interface PipelineOptions<Op extends Operation, Identity> {
  readonly operations: readonly Op[];
  /** Identifies the client. Throws a `RequestError` if it is unknown. */
  authenticate(context: AuthenticationContext<Op>): Identity | Promise<Identity>;
  /** Throws a `RequestError` if the client may not send the request now. Default: every client may. */
  authorize?(identity: Identity): void | Promise<void>;
  /** Returns the response. Throws a `RequestError` if there is none, for example 404. */
  handler(
    parameters: ParameterValues,
    context: HandlerContext<Op, Identity>,
  ): OutgoingResponse | Promise<OutgoingResponse>;
  /** Validates values against their schemas. It has to resolve the references of the schemas. */
  readonly validate: ValidateSchema;
  /** The largest request body, in bytes. Default: 1 MiB. */
  readonly maxBodySize?: number;
  /** How to process large bodies without holding the event loop. Default: as small ones. */
  readonly large?: LargeBodies | undefined;
  /** Converts an error of the server itself. Default, and if it returns undefined: 500. */
  toRequestError?(error: Error): RequestError | undefined;
}

/** A request and its response, for the log. What the server did not get to know before it refused the request is undefined. */
export interface Exchange<Op extends Operation, Identity> {
  /** The path as the client sent it, without the query. */
  readonly path: string;
  readonly response: OutgoingResponse;
  readonly operation?: Op | undefined;
  /** The header that carried the API key. */
  readonly apiKeyHeader?: string | undefined;
  readonly identity?: Identity | undefined;
  /** What went wrong in the server itself. */
  readonly error?: Error | undefined;
}

/** Processes a request. Never rejects. */
export type Pipeline<Op extends Operation, Identity> = (request: IncomingRequest) => Promise<Exchange<Op, Identity>>;

/** What the steps find out, one after the other. */
interface Progress<Op extends Operation, Identity> {
  operation?: Op;
  apiKeyHeader?: string | undefined;
  identity?: Identity;
}

/**
 * Creates the one way of a request through a server: route, authenticate, authorize, validate the parameters and the body,
 * handle. Every error becomes a response in the format of the contract.
 *
 * @throws {Error} if an operation has something that the pipeline does not support. The message has the operation, the
 *   place and the reason.
 */
export function createPipeline<Op extends Operation, Identity>(
  options: PipelineOptions<Op, Identity>,
): Pipeline<Op, Identity> {
  const { operations, validate, authenticate, authorize, handler, maxBodySize = 1_048_576 } = options;
  const { large, toRequestError } = options;
  checkOperations(operations);
  const findRoute = createRouter(
    operations.map((operation) => ({
      method: operation.method,
      path: operation.path,
      operation,
      readParameters: createParameterReader(operation, validate),
      readBody: createBodyReader(operation, validate, maxBodySize, large),
    })),
  );

  async function respond(
    request: IncomingRequest,
    { path, query }: ReturnType<typeof parseTarget>,
    progress: Progress<Op, Identity>,
  ): Promise<OutgoingResponse> {
    const route = findRoute(path);
    if (isForServer(request, route)) {
      return { status: 204, headers: { allow: route ? formatAllow(route) : 'OPTIONS' } };
    }
    if (!route) throw new RequestError(404, 'There is no such path.');
    const { operation, readParameters, readBody } = findOperation(request, route);
    progress.operation = operation;
    const parameters = readParameters({ segments: route.segments, query, headers: request.headers });

    const apiKey = resolveApiKey(request.headers, operation.apiKeyHeaders);
    progress.apiKeyHeader = apiKey?.header;
    if (!apiKey && operation.apiKeyHeaders.length > 0) {
      throw createMissingApiKeyError(recommendApiKeyHeader(operation.apiKeyHeaders));
    }
    const identity = await authenticate({ request, operation, apiKey, parameters: parameters.values });
    progress.identity = identity;
    await authorize?.(identity);

    if (parameters.problem !== undefined) throw new RequestError(getInvalidStatus(operation), parameters.problem);
    const body = await readBody(request);
    return handler(parameters.values, { request, operation, identity, query, body });
  }

  return async (request) => {
    const target = parseTarget(request.target);
    const progress: Progress<Op, Identity> = {};
    try {
      const response = await respond(request, target, progress);
      checkResponse(response);
      return { ...progress, path: target.path, response };
    } catch (thrown) {
      const error = thrown instanceof RequestError ? thrown : convert(thrown as Error, toRequestError);
      const cause = error.cause instanceof Error ? error.cause : undefined;
      return { ...progress, path: target.path, response: toErrorResponse(error), error: cause };
    }
  };
}

function convert(error: Error, toRequestError?: (error: Error) => RequestError | undefined): RequestError {
  return toRequestError?.(error) ?? new RequestError(500, 'An unexpected error occurred.', { cause: error });
}
