import type { IncomingRequest } from './incoming-request.ts';
import type { Operation } from './operation.ts';
import { listMethods } from './router.ts';

type Headers = Readonly<Record<string, string>>;

/** Which pages of other origins can call a server. */
export interface Cors {
  /** Creates the headers of the response to a request. */
  createHeaders(request: Pick<IncomingRequest, 'method' | 'headers'>): Headers;
  /** The headers of the response to what is not a valid request, and has no origin to look at. */
  readonly protocolErrorHeaders: Headers;
}

/** For servers that pages of other origins cannot call. */
export const noCors: Cors = { createHeaders: () => ({}), protocolErrorHeaders: {} };

export interface CorsOptions {
  /** The exact origins that can call the server. Default: every origin, which only a server without secrets allows. */
  readonly origins?: readonly string[];
  /** Request headers that pages may send in addition to those of the operations. */
  readonly request?: readonly string[];
  /** Response headers that pages can read in addition to those of the operations. */
  readonly response?: readonly string[];
}

/** Creates the headers that let pages of other origins call the operations of a server. */
export function createCors(operations: readonly Operation[], options: CorsOptions = {}): Cors {
  const { origins } = options;
  const allowedHeaders = listRequestHeaders(operations, options);
  const common = createCommonHeaders(operations, allowedHeaders, options);
  if (!origins) {
    const open = { 'access-control-allow-origin': '*', ...common };
    return {
      createHeaders: (request) =>
        isFromPage(request) ? { ...open, ...createPreflightHeaders(request, allowedHeaders) } : {},
      protocolErrorHeaders: { 'access-control-allow-origin': '*' },
    };
  }
  return {
    createHeaders(request) {
      const origin = String(request.headers.origin);
      if (!origins.includes(origin)) return { vary: 'Origin' };
      return {
        vary: 'Origin',
        'access-control-allow-origin': origin,
        ...common,
        ...createPreflightHeaders(request, allowedHeaders),
      };
    },
    protocolErrorHeaders: { vary: 'Origin' },
  };
}

/** A program has no origin, and its response needs no CORS headers. */
function isFromPage({ method, headers }: Pick<IncomingRequest, 'method' | 'headers'>): boolean {
  return headers.origin !== undefined || method === 'OPTIONS';
}

function listRequestHeaders(operations: readonly Operation[], { request = [] }: CorsOptions): string[] {
  const apiKeyHeaders = operations.flatMap((operation) => operation.apiKeyHeaders);
  const parameters = operations.flatMap((operation) => operation.parameters);
  const headers = parameters.filter(({ in: place }) => place === 'header').map(({ name }) => name);
  const contentType = operations.some(({ requestBody }) => requestBody) ? ['content-type'] : [];
  return [...apiKeyHeaders, ...headers, ...contentType, ...request];
}

function createCommonHeaders(
  operations: readonly Operation[],
  allowedHeaders: readonly string[],
  { response = [] }: CorsOptions,
): Headers {
  const responses = operations.flatMap((operation) => operation.responses ?? []);
  const readable = responses.flatMap(({ headers = [] }) => headers).map(({ name }) => name);
  return {
    'access-control-allow-methods': listMethods(operations.map(({ method }) => method)).join(', '),
    'access-control-allow-headers': formatNames(allowedHeaders),
    'access-control-expose-headers': formatNames([...readable, ...response]),
    'access-control-max-age': '600',
  };
}

/**
 * What a preflight requests in addition: headers that no operation has, for example those of tracing, and access from a
 * public page to a server in a private network (Private Network Access).
 */
function createPreflightHeaders(
  { method, headers }: Pick<IncomingRequest, 'method' | 'headers'>,
  allowedHeaders: readonly string[],
): Headers {
  if (method !== 'OPTIONS') return {};
  const requested = String(headers['access-control-request-headers'] ?? '').split(',');
  const names = requested.map((name) => name.trim()).filter(Boolean);
  return {
    ...(names.length > 0 && { 'access-control-allow-headers': formatNames([...allowedHeaders, ...names]) }),
    ...(headers['access-control-request-private-network'] === 'true' && {
      'access-control-allow-private-network': 'true',
    }),
  };
}

function formatNames(names: readonly string[]): string {
  return [...new Set(names.map((name) => name.toLowerCase()))].join(', ');
}
