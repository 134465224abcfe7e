import type { Defect, Exchange } from './broken-server.ts';

type Body = Record<string, unknown>;

const items = ({ status, body }: Exchange): Body[] =>
  status === 200 ? ((Array.isArray(body) ? body : [body]) as Body[]) : [];
const errorOf = ({ status, body }: Exchange): Body => (status >= 400 ? ((body as { status: Body }).status ?? {}) : {});
const isList = ({ path }: { path: string }) => /collection-challenges(\?|$)/.test(path);
const keyHeaders = ['x-gft_api_key', 'x-gft-api-key', 'gft-api-key'];

/** Each defect with the checks that must find it: those of which the title fits, and no others. */
export const defects: (Defect & { readonly found: RegExp })[] = [
  {
    name: 'one header is not read',
    found: /gft_api_key|passes over|first header count|whichever header/i,
    incoming: ({ headers }) => {
      delete headers['x-gft_api_key'];
    },
  },
  {
    name: 'the key is taken from the query',
    found: /takes no key from the query/,
    incoming: ({ path, headers }) => {
      const query = new URLSearchParams(path.split('?')[1]);
      for (const name of keyHeaders) headers[name] ??= query.get(name) ?? '';
    },
  },
  {
    name: 'any key will do, on a server that is no mock',
    found: /unknown|first header count|answers 404/,
    incoming: ({ headers }) => {
      delete headers.prefer;
      for (const name of keyHeaders) if (headers[name]) headers[name] = 'key-of-the-tests';
    },
  },
  {
    name: 'no key is needed',
    found: /40[01]|takes no key|first header count|before the parameters/,
    incoming: ({ headers }) => {
      headers['x-gft_api_key'] = 'key-of-the-tests';
    },
  },
  {
    name: 'an empty header hides the others',
    found: /passes over/,
    outgoing: (exchange) => {
      if (keyHeaders.some((name) => exchange.headers[name] === '') && exchange.status === 200) exchange.status = 401;
    },
  },
  {
    name: 'the error codes of the key are swapped',
    found: /401|takes no key|before the parameters|first header count/,
    outgoing: (exchange) => {
      const error = errorOf(exchange);
      if (exchange.status === 401) error.errorCode = error.errorCode === 1001 ? 1002 : 1001;
    },
  },
  {
    name: 'the parameters are checked before the key',
    found: /before the parameters/,
    outgoing: (exchange) => {
      const malformed = /users\/(!|[^/]*%)/.test(exchange.path);
      if (malformed && exchange.status === 401) exchange.status = 400;
    },
  },
  {
    name: 'a malformed parameter is answered',
    found: /malformed|cannot be decoded|whichever header/,
    outgoing: (exchange) => {
      if (exchange.status === 400) exchange.status = 200;
    },
  },
  {
    name: 'a malformed parameter breaks the server',
    found: /malformed|cannot be decoded|before the parameters/,
    outgoing: (exchange) => {
      if (exchange.status === 400) exchange.status = 500;
    },
  },
  {
    name: 'unknown query parameters are refused',
    found: /ignores unknown query/,
    outgoing: (exchange) => {
      if (exchange.path.includes('no-such-parameter')) exchange.status = 400;
    },
  },
  {
    name: 'an error has no body in shape',
    found: /answers 4|answers 5|takes no key|first header count|before the parameters/,
    outgoing: (exchange) => {
      if (exchange.status >= 400) exchange.body = { title: 'Bad' };
    },
  },
  {
    name: 'an error is of long ago',
    found: /answers 4|answers 5|takes no key|first header count|before the parameters/,
    outgoing: (exchange) => {
      errorOf(exchange).timestamp = 1;
    },
  },
  {
    name: 'a 429 has no Retry-After',
    found: /answers 429/,
    outgoing: ({ answer }) => {
      delete answer['retry-after'];
    },
  },
  {
    name: 'the plain JSON is called text',
    found: /answers|takes|passes over|first header count|before the parameters|ignores/,
    outgoing: ({ answer }) => {
      answer['content-type'] = 'text/plain';
    },
  },
  {
    name: 'a success is a 201',
    found: /answers 200|the case|passes over|ignores|the same alone/,
    outgoing: (exchange) => {
      if (exchange.status === 200) exchange.status = 201;
    },
  },
  {
    name: 'an error repeats the key',
    found: /unknown|first header count|answers 40[0-4]|answers 429|answers 500|no key/,
    outgoing: (exchange) => {
      const key = keyHeaders.map((name) => exchange.headers[name]).find(Boolean);
      if (exchange.status >= 400) errorOf(exchange).errorMessage = `The key ${key} may not.`;
    },
  },
  {
    name: 'a property is missing',
    found: /answers 200|the case|passes over|ignores/,
    outgoing: (exchange) => {
      for (const item of items(exchange)) delete item.size;
    },
  },
  {
    name: 'the percentage is rounded up',
    found: /answers 200|the case|passes over|ignores/,
    outgoing: (exchange) => {
      for (const item of items(exchange)) item.progressInPercentage = 31;
    },
  },
  {
    name: 'one program answers as another',
    found: /get\w+ (answers 200|takes|passes over|ignores)|the same alone/,
    outgoing: (exchange) => {
      if (!isList(exchange)) for (const item of items(exchange)) item.id = 'another';
    },
  },
  {
    name: 'a program alone differs from the list',
    found: /the same alone/,
    outgoing: (exchange) => {
      if (!isList(exchange)) for (const item of items(exchange)) item.name = 'Winter';
    },
  },
  {
    name: 'one header gives other data',
    found: /whichever header/,
    outgoing: (exchange) => {
      if (exchange.headers['gft-api-key']) for (const item of items(exchange)) item.name = 'Winter';
    },
  },
];
