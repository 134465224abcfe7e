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
  const allowed = {
    methods: listMethods(operations.map(({ method }) => method)),
    headers: listRequestHeaders(operations, options),
  };
  const exposed = { 'access-control-expose-headers': formatNames(listResponseHeaders(operations, options)) };
  return {
    createHeaders(request) {
      const { origin } = request.headers;
      // A program has no origin, and its response needs no CORS headers.
      if (!origins && origin === undefined && request.method !== 'OPTIONS') return {};
      if (origins && !origins.includes(String(origin))) return { vary: 'Origin' };
      return {
        vary: 'Origin',
        'access-control-allow-origin': origin === undefined ? '*' : String(origin),
        ...exposed,
        ...createPreflightHeaders(request, allowed),
      };
    },
    protocolErrorHeaders: origins ? { vary: 'Origin' } : { 'access-control-allow-origin': '*' },
  };
}

function listRequestHeaders(operations: readonly Operation[], { request = [] }: CorsOptions): string[] {
  const apiKeyHeaders = operations.flatMap((operation) => operation.apiKeyHeaders);
  const parameters = operations.flatMap((operation) => operation.parameters);
  const headers = parameters.filter(({ in: place }) => place === 'header').map(({ name }) => name);
  return [...apiKeyHeaders, ...headers, 'content-type', 'prefer', ...request];
}

/** Response headers that clients read, whatever the operation. */
const readByClients = ['retry-after', 'date', 'location', 'allow', 'preference-applied'];

function listResponseHeaders(operations: readonly Operation[], { response = [] }: CorsOptions): string[] {
  const responses = operations.flatMap((operation) => operation.responses ?? []);
  const readable = responses.flatMap(({ headers = [] }) => headers).map(({ name }) => name);
  return [...readable, ...readByClients, ...response];
}

/**
 * Allows what a preflight requests, also what no operation has: headers, for example those of tracing, and access from a
 * public page to a server in a private network (Private Network Access).
 */
function createPreflightHeaders(
  { method, headers }: Pick<IncomingRequest, 'method' | 'headers'>,
  allowed: { readonly methods: readonly string[]; readonly headers: readonly string[] },
): Headers {
  if (method !== 'OPTIONS') return {};
  const requested = {
    methods: parseNames(headers['access-control-request-method']),
    headers: parseNames(headers['access-control-request-headers']),
  };
  return {
    'access-control-allow-methods': [...new Set([...allowed.methods, ...requested.methods])].join(', '),
    'access-control-allow-headers': formatNames([...allowed.headers, ...requested.headers]),
    'access-control-max-age': '600',
    ...(headers['access-control-request-private-network'] === 'true' && {
      'access-control-allow-private-network': 'true',
    }),
  };
}

function parseNames(list: string | readonly string[] | undefined): string[] {
  const names = String(list ?? '').split(',');
  return names.map((name) => name.trim()).filter((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name));
}

function formatNames(names: readonly string[]): string {
  return [...new Set(names.map((name) => name.toLowerCase()))].join(', ');
}
