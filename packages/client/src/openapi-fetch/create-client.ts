import { endpoints, type OperationId } from '@giftoin/types';
import { requestInput } from '@giftoin/types/client-features';
import type { paths } from '@giftoin/types/paths';
import createOpenapiFetchClient, { type Client, mergeHeaders } from 'openapi-fetch';
import { addCallerStack } from '../errors/caller-stack.ts';
import { BadArgumentError, GiftoinError } from '../errors/giftoin-error.ts';
import type { CallOptions } from '../methods.ts';
import { parseHeaders } from '../options/headers.ts';
import { parseParameters } from '../options/parameters.ts';
import { resolveSettings, type Settings } from '../options/settings.ts';
import { formatQuery, type HttpRequest } from '../transport/http-request.ts';
import { createSendCall } from '../transport/send-call.ts';
import { type CreateClientOptions, splitOptions } from './create-client-options.ts';
import { toCallOptions } from './to-call-options.ts';
import { toErrorResponse, toResponse } from './to-response.ts';

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'] as const;

/** The methods of a client, without the types of a document. */
interface UntypedClient {
  request(method: string, path: string, init: object): Promise<unknown>;
  use(...middleware: readonly unknown[]): void;
  eject(...middleware: readonly unknown[]): void;
}

/**
 * Creates a client of openapi-fetch whose requests go through the transport of `createGiftoinClient`. A call resolves to
 * `{ data }` for a valid response, and to `{ error }`, always with an error body of the contract, for an error status.
 * Without such a response it throws a `GiftoinError`.
 *
 * @throws {GiftoinError} of the kind `badArgument` if an option is invalid or there is no API key
 *
 * @example
 * const client = createClient();
 * const path = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';
 * const { data, error } = await client.GET(path, { params: { path: { platform: 'discord', platformUserId: '42' } } });
 */
export function createClient<Paths extends {} = paths, Media extends `${string}/${string}` = `${string}/${string}`>(
  options: CreateClientOptions = {},
): Client<Paths, Media> {
  const { giftoin, openapiFetch } = splitOptions(options);
  const settings = resolveSettings(giftoin);
  // Each call validates its headers. This reports an invalid option earlier.
  parseHeaders(Object.fromEntries(mergeHeaders(openapiFetch.headers)));
  const sendCall = createSendCall(settings);
  const client = createOpenapiFetchClient({ ...openapiFetch, baseUrl: settings.baseUrl }) as unknown as UntypedClient;

  async function request(method: string, path: string, init: Record<string, unknown> = {}): Promise<unknown> {
    const site = new Error();
    const operationId = findOperation(method, path);
    const params = readParameters(operationId, init.params as Parameters | undefined, init.body);
    const { callOptions, openapiFetchInit } = toCallOptions(init);

    const send = async (request: Request): Promise<Response> => {
      const { signal } = request;
      // Firefox has no `request.body`.
      const body = request.method === 'GET' ? undefined : (await request.text()) || undefined;
      const headers = Object.fromEntries(request.headers);
      const options: CallOptions = { ...callOptions, signal, headers };
      return sendCall(operationId, () => toHttpRequest(request, operationId, settings, body), options).then(
        toResponse,
        toErrorResponse,
      );
    };
    const querySerializer =
      openapiFetchInit.querySerializer ?? openapiFetch.querySerializer ?? createQuerySerializer(operationId);
    try {
      return await client.request(method, path, { ...openapiFetchInit, querySerializer, params, fetch: send });
    } catch (error) {
      throw error instanceof GiftoinError ? addCallerStack(error, site) : error;
    }
  }

  const shortcuts = methods.map((method) => [
    method,
    (path: string, init?: object) => request(method, path, { ...init }),
  ]);
  return { ...client, request, ...Object.fromEntries(shortcuts) };
}

function findOperation(method: string, path: string): OperationId {
  const ids = Object.keys(endpoints) as OperationId[];
  const found = ids.find((id) => endpoints[id].path === path && endpoints[id].method === method.toUpperCase());
  if (!found) throw new BadArgumentError(`The API has no operation ${method.toUpperCase()} ${path}.`);
  return found;
}

interface Parameters {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
}

/** Reads each parameter once, so that the value in the URL is the value that was validated. */
function readParameters(operationId: OperationId, params: Parameters = {}, body: unknown = undefined): Parameters {
  const copy = { ...params, path: { ...params.path }, query: { ...params.query }, header: { ...params.header } };
  const input = {
    ...copy.query,
    ...copy.path,
    ...(requestInput ? requestInput.pickHeaders(operationId, copy.header) : {}),
    ...(body !== undefined && { body }),
  };
  try {
    parseParameters(operationId, input);
  } catch (error) {
    throw Object.assign(error as GiftoinError, { operationId });
  }
  // Adds the idempotency key and the media type of the body.
  return requestInput
    ? { ...copy, header: { ...copy.header, ...requestInput.createContent(operationId, input).headers } }
    : copy;
}

/** Serializes the arrays of a query as the document says. `undefined` if no operation has a query. */
function createQuerySerializer(operationId: OperationId): ((query: Record<string, unknown>) => string) | undefined {
  if (!requestInput) return undefined;
  return (query) => formatQuery(requestInput?.listQuery(operationId, query) ?? []).slice(1);
}

/** @throws {BadArgumentError} if a middleware has changed the request so that it is no longer one of the operation */
function toHttpRequest(
  { method, url }: Request,
  operationId: OperationId,
  { baseUrl }: Settings,
  body: string | undefined,
): HttpRequest {
  const expected = endpoints[operationId].method;
  if (method !== expected) throw new BadArgumentError(`The method is ${method}. ${operationId} requires ${expected}.`);
  if (!url.startsWith(`${baseUrl}/`)) {
    throw new BadArgumentError(`The URL is outside of ${baseUrl}. The API key is sent only there.`);
  }
  return { method, url, ...(body !== undefined && { body }) };
}
