import { listOperations, readDocument } from '@giftoin/openapi';

/**
 * Every shape of request that a server of this kit has to process, as raw bytes, with the response that the contract
 * requires. The tests of the kit use it, and a test that compares the mock with the sandbox.
 */
export interface RequestShape {
  readonly title: string;
  /** The request line and the headers. `KEY` stands for a known API key, `LIST` for the path of the list. */
  readonly lines: readonly string[];
  readonly status: number;
  /** Default: the status code. */
  readonly errorCode?: number;
  readonly errorMessage?: string;
}

const parameters = listOperations(await readDocument()).flatMap((operation) => operation.parameters);
/** What a server says of a value that does not match the pattern of the document. */
function describeMismatch(name: string): string {
  const schema = parameters.find((parameter) => parameter.name === name)?.schema;
  return `The parameter ${name} does not match ${String(schema?.pattern)}.`;
}

const missing = { status: 401, errorCode: 1002 };
const unknown = { status: 401, errorCode: 1001 };
const list = 'GET LIST HTTP/1.1';
const key = 'x-gft-api-key: KEY';
const users = '/api/v1/users';
const rest = 'progress/collection-challenges';

export const requestShapes: readonly RequestShape[] = [
  ...['x-gft_api_key', 'x-gft-api-key', 'gft-api-key', 'X-GFT-Api-Key'].map((name) => ({
    title: `the key in ${name}`,
    lines: [list, `${name}: KEY`],
    status: 200,
  })),
  { title: 'spaces around the key', lines: [list, 'gft-api-key: \t KEY \t '], status: 200 },
  { title: 'an empty header of another name first', lines: [list, 'x-gft_api_key:', 'gft-api-key: KEY'], status: 200 },
  { title: 'an empty header of the same name first', lines: [list, 'x-gft-api-key:', key], status: 200 },
  { title: 'the same key twice', lines: [list, key, key], status: 200 },
  { title: 'the key after a comma', lines: [list, 'x-gft-api-key: , KEY'], status: 200 },
  { title: 'the key before another one', lines: [list, key, 'x-gft-api-key: wrong'], status: 200 },
  { title: 'the key in all three headers', lines: [list, key, 'x-gft_api_key: KEY', 'gft-api-key: KEY'], status: 200 },
  { title: 'another key before the key', lines: [list, 'x-gft-api-key: wrong', key], ...unknown },
  { title: 'an unknown key in the first header', lines: [list, key, 'x-gft_api_key: wrong'], ...unknown },
  { title: 'an unknown key', lines: [list, 'x-gft-api-key: wrong'], ...unknown },
  { title: 'the key in another case', lines: [list, 'x-gft-api-key: UPPER(KEY)'], ...unknown },
  { title: 'no key', lines: [list], ...missing },
  { title: 'only empty keys', lines: [list, 'x-gft_api_key:', 'x-gft-api-key: ,', 'gft-api-key: \t'], ...missing },
  { title: 'a key in Authorization', lines: [list, 'authorization: Bearer KEY'], ...missing },
  { title: 'a key in the query', lines: ['GET LIST?x-gft-api-key=KEY HTTP/1.1'], ...missing },
  { title: 'no key and a malformed parameter', lines: [`GET ${users}/%zz/1/${rest} HTTP/1.1`], ...missing },
  { title: 'unknown query parameters', lines: ['GET LIST?limit=x&%zz HTTP/1.1', key], status: 200 },
  { title: 'an absolute URL', lines: ['GET http://localhost:1LIST HTTP/1.1', key], status: 200 },
  { title: 'percent-encoded segments', lines: [`GET ${users}/%64iscord/1%2E2/${rest} HTTP/1.1`, key], status: 200 },
  { title: 'an unknown Expect', lines: [list, key, 'expect: something'], status: 417 },
  { title: 'any Accept', lines: [list, key, 'accept: text/html'], status: 200 },
  { title: 'a body', lines: [list, key, 'content-type: text/xml', 'content-length: 4', '', '<a/>'], status: 200 },
  { title: 'a page of another origin', lines: [list, key, 'origin: https://a.example'], status: 200 },
  { title: 'HEAD', lines: ['HEAD LIST HTTP/1.1', key], status: 200 },
  { title: 'HEAD without a key', lines: ['HEAD LIST HTTP/1.1'], status: 401 },
  { title: 'OPTIONS', lines: ['OPTIONS LIST HTTP/1.1', 'origin: https://a.example'], status: 204 },
  { title: 'OPTIONS of an unknown path', lines: ['OPTIONS /nowhere HTTP/1.1'], status: 204 },
  ...[
    ['an empty platform', `${users}//1/${rest}`, 'The parameter platform is missing.'],
    ['an upper-case platform', `${users}/Discord/1/${rest}`, describeMismatch('platform')],
    ['a long platform', `${users}/${'a'.repeat(1_000)}/1/${rest}`, describeMismatch('platform')],
    ['a lone percent sign', `${users}/%/1/${rest}`, 'The parameter platform is not percent-encoded UTF-8.'],
    ['invalid UTF-8', `${users}/discord/%ff/${rest}`, 'The parameter platformUserId is not percent-encoded UTF-8.'],
    ['two dots', `${users}/discord/%2E%2e/${rest}`, 'The parameter platformUserId must not be "." or "..".'],
    ['a slash in a segment', `${users}/discord/1%2F2/${rest}`, describeMismatch('platformUserId')],
    ['a NUL', `${users}/discord/%00/${rest}`, describeMismatch('platformUserId')],
    ['double encoding', `${users}/discord/1%2541/${rest}`, describeMismatch('platformUserId')],
    ['a trailing slash', `LIST/`, 'The parameter programId is missing.'],
    ['a malformed program', `LIST/program.1`, describeMismatch('programId')],
  ].map(([title = '', path, errorMessage = '']) => ({
    title,
    lines: [`GET ${path} HTTP/1.1`, key],
    status: 400,
    errorMessage,
  })),
  { title: 'an unknown path', lines: ['GET / HTTP/1.1', key], status: 404 },
  { title: 'two slashes', lines: ['GET // HTTP/1.1', key], status: 404 },
  { title: 'an unknown path without a key', lines: ['GET /nowhere HTTP/1.1'], status: 404 },
  { title: 'a path that climbs', lines: ['GET /../..LIST HTTP/1.1', key], status: 404 },
  { title: 'another method', lines: ['POST LIST HTTP/1.1', key, 'content-length: 0'], status: 405 },
  { title: 'another method without a key', lines: ['DELETE LIST HTTP/1.1'], status: 405 },
  { title: 'CONNECT', lines: ['CONNECT example.com:443 HTTP/1.1'], status: 405 },
  { title: 'no HTTP', lines: ['hello'], status: 400 },
  { title: 'headers that are too large', lines: [list, `x-gft-api-key: ${'k'.repeat(20_000)}`], status: 431 },
  { title: 'a URL that is too long', lines: [`GET /${'a'.repeat(20_000)} HTTP/1.1`], status: 431 },
];

/** The bytes of a request. */
export function toBytes({ lines }: RequestShape, listPath: string, apiKey: string): string {
  const text = lines.includes('') ? lines.join('\r\n') : `${lines.join('\r\n')}\r\n\r\n`;
  const closing = text.replace(/\r\n/, '\r\nhost: localhost\r\nconnection: close\r\n');
  return closing.replaceAll('UPPER(KEY)', apiKey.toUpperCase()).replaceAll('LIST', listPath).replaceAll('KEY', apiKey);
}
