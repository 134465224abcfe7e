import { brotliCompressSync, gzipSync } from 'node:zlib';
import { htmlAnswer, instead, onSuccess, withBody, withType } from '../changes/messages.ts';
import { isOne } from '../changes/targets.ts';
import { defects, type Row } from '../mutant.ts';
import { type Mutation, type Request, valuesOf, withHeader } from '../server/exchange.ts';

const bytes = (change: (body: Buffer) => Buffer): Mutation =>
  onSuccess((answer) => withBody(answer, change(answer.body)));
const typed = (type: string | undefined): Mutation => onSuccess((answer) => withType(answer, type));
const status = (code: number): Mutation => onSuccess((answer) => ({ ...answer, status: code }));
const coded = (coding: string, change: (body: Buffer) => Buffer): Mutation =>
  onSuccess((answer) => withHeader(withBody(answer, change(answer.body)), 'Content-Encoding', coding));
/** A redirect that leads to the right answer, for who follows it. */
const redirect =
  (code: number, location: (target: string) => string): Mutation =>
  (ask) =>
  async (request) => {
    const asked = { ...request, target: request.target.replace(/[?&]moved$/, '') };
    const answer = await ask(asked);
    if (answer.status !== 200 || asked.target !== request.target) return answer;
    return { status: code, headers: [['Location', location(request.target)]], body: Buffer.from('') };
  };
const moved = (target: string) => `${target}${target.includes('?') ? '&' : '?'}moved`;
const accepting = (type: RegExp) => (request: Request) => type.test(valuesOf(request, 'accept')[0] ?? '');
const xml = { status: 200, headers: [['Content-Type', 'application/xml']], body: Buffer.from('<programs/>') } as const;

const rows: readonly Row[] = [
  ['status-201', 'a success is 201', status(201)],
  ['status-203', 'a success is 203, as of a proxy that changes it', status(203)],
  ['status-206', 'a success is 206', status(206)],
  [
    'status-200-alone',
    'one program is 203',
    onSuccess((answer, request) => (isOne(request) ? { ...answer, status: 203 } : answer)),
  ],
  ['redirect-302', 'a success is a redirect to another path', redirect(302, moved)],
  ['redirect-308', 'a success is a permanent redirect', redirect(308, moved)],
  [
    'redirect-away',
    'a success is a redirect to another origin',
    redirect(302, (target) => `http://127.0.0.1:9${target}`),
  ],
  [
    'redirect-slash',
    'a path without a slash at its end is redirected to one with it',
    redirect(301, (target) => `${target}/`),
  ],
  ['type-text', 'a success is called plain text', typed('text/plain')],
  ['type-text-json', 'a success is called text/json', typed('text/json')],
  ['type-html', 'a success is called HTML', typed('text/html; charset=utf-8')],
  ['type-hal', 'a success is called HAL', typed('application/hal+json')],
  ['type-missing', 'a success has no content type', typed(undefined)],
  ['type-empty', 'the content type of a success is empty', typed('')],
  [
    'type-twice',
    'a success has two content types, one of them HTML',
    onSuccess((answer) => ({ ...answer, headers: [...answer.headers, ['Content-Type', 'text/html']] })),
  ],
  ['gzip-unsaid', 'a success is compressed without saying so', bytes((body) => gzipSync(body))],
  ['gzip-only-said', 'a success is said to be compressed, and is not', coded('gzip', (body) => body)],
  ['gzip-is-brotli', 'a success is said to be gzip, and is Brotli', coded('gzip', (body) => brotliCompressSync(body))],
  ['gzip-cut', 'a compressed success is cut off', coded('gzip', (body) => gzipSync(body).subarray(0, -12))],
  ['gzip-twice', 'a success is compressed twice, and says so once', coded('gzip', (body) => gzipSync(gzipSync(body)))],
  ['accept-xml', 'who accepts XML gets it', instead(accepting(/application\/xml/), xml)],
  ['accept-html', 'who accepts HTML gets a page', instead(accepting(/text\/html/), htmlAnswer(200, 'Giftoin'))],
];

export const headerDefects = defects('protocol', rows);
