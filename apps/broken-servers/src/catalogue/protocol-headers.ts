import { brotliCompressSync, gzipSync } from 'node:zlib';
import { isSingleRequest } from '../changes/parameters.ts';
import {
  changeResponseIf,
  createHtmlResponse,
  createRedirect,
  onSuccess,
  withBody,
  withContentType,
} from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';
import { readHeader, withHeader } from '../server/headers.ts';
import type { Change, RawRequest, RawResponse } from '../server/respond.ts';

const setType = (type: string | undefined): Change => onSuccess((response) => withContentType(response, type));
const setStatus = (code: number): Change => onSuccess((response) => ({ ...response, status: code }));
const encode = (response: RawResponse, body: Buffer): RawResponse =>
  withHeader(withBody(response, body), 'Content-Encoding', 'gzip');
const encodeBody = (change: (body: Buffer) => Buffer): Change =>
  onSuccess((response) => encode(response, change(response.body)));
const json: EntryOptions = { check: 'responses/json' };

/** Redirects to a path that has the right response. */
const redirect =
  (code: number, toLocation: (target: string) => string): Change =>
  (respond) =>
  async (request) => {
    const original = { ...request, target: request.target.replace(/[?&]moved$/, '') };
    const response = await respond(original);
    if (response.status !== 200 || original.target !== request.target) return response;
    return createRedirect(code, toLocation(request.target));
  };
const toMoved = (target: string) => `${target}${target.includes('?') ? '&' : '?'}moved`;
const accepts = (type: RegExp) => (request: RawRequest) => type.test(readHeader(request, 'accept'));
const xml = { status: 200, headers: [['Content-Type', 'application/xml']], body: Buffer.from('<programs/>') } as const;

const rows: readonly Row[] = [
  ['status-201', 'returns 201 for a success', setStatus(201), { check: 'responses/success' }],
  ['status-203', 'returns 203 for a success, as a proxy that changes it', setStatus(203)],
  ['status-206', 'returns 206 for a success', setStatus(206)],
  [
    'status-203-single',
    'returns 203 for a single program',
    onSuccess((response, request) => (isSingleRequest(request) ? { ...response, status: 203 } : response)),
  ],
  ['redirect-302', 'redirects to another path', redirect(302, toMoved)],
  ['redirect-308', 'redirects to another path permanently', redirect(308, toMoved)],
  ['redirect-to-origin', 'redirects to another origin', redirect(302, (target) => `http://127.0.0.1:9${target}`)],
  ['redirect-to-slash', 'redirects to the path with a slash at its end', redirect(301, (target) => `${target}/`)],
  ['type-text', 'returns the type text/plain', setType('text/plain')],
  ['type-text-json', 'returns the type text/json', setType('text/json')],
  ['type-html', 'returns the type text/html', setType('text/html; charset=utf-8')],
  ['type-hal', 'returns the type application/hal+json', setType('application/hal+json')],
  ['type-missing', 'returns no content type', setType(undefined), json],
  ['type-empty', 'returns an empty content type', setType('')],
  [
    'type-twice',
    'returns two content types, one of them text/html',
    onSuccess((response) => ({ ...response, headers: [...response.headers, ['Content-Type', 'text/html']] })),
  ],
  [
    'gzip-undeclared',
    'compresses the body without Content-Encoding',
    onSuccess((response) => withBody(response, gzipSync(response.body))),
    json,
  ],
  ['gzip-only-declared', 'declares gzip for a body that is not compressed', encodeBody((body) => body), json],
  ['gzip-is-brotli', 'declares gzip for a body that is Brotli', encodeBody((body) => brotliCompressSync(body))],
  ['gzip-cut', 'cuts off a compressed body', encodeBody((body) => gzipSync(body).subarray(0, -12))],
  ['gzip-twice', 'compresses the body twice and declares it once', encodeBody((body) => gzipSync(gzipSync(body)))],
  [
    'gzip-other-body',
    'returns an empty list if the request accepts gzip',
    onSuccess((response, request) =>
      readHeader(request, 'accept-encoding').includes('gzip') ? encode(response, gzipSync('[]')) : response,
    ),
    { check: '/compression' },
  ],
  ['accept-xml', 'returns XML if the request accepts XML', changeResponseIf(accepts(/application\/xml/), xml)],
  [
    'accept-html',
    'returns an HTML page if the request accepts HTML',
    changeResponseIf(accepts(/text\/html/), createHtmlResponse(200, 'Giftoin')),
  ],
];

export const protocolHeaderDefects = createDefects('protocol', rows);
