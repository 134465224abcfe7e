import { STATUS_CODES } from 'node:http';
import { type Header, readHeader } from './headers.ts';
import type { RawRequest, RawResponse } from './respond.ts';

export const blankLine = '\r\n\r\n';

/** Parses a request from its head, in which every byte is one character. */
export function parseRequest(head: string): RawRequest {
  const [first = '', ...lines] = head.split('\r\n');
  return { target: first.split(' ').slice(1, -1).join(' '), headers: lines.map(parseHeader) };
}

/** Parses a response from all its bytes. Throws an error if the response has no head. */
export function parseResponse(bytes: Buffer): RawResponse {
  const end = bytes.indexOf(blankLine);
  if (end < 0) throw new Error('The conforming server closed the connection without a response.');
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const framing = /^(content-length|connection|keep-alive|transfer-encoding):/i;
  const headers = lines.filter((line) => !framing.test(line)).map(parseHeader);
  return { status: Number(first.split(' ')[1]), headers, body: bytes.subarray(end + blankLine.length) };
}

/** Formats a response as bytes. */
export function formatResponse(response: RawResponse): Buffer {
  const { status, headers, body, reason = STATUS_CODES[status] ?? '', version = '1.1', prefix = '' } = response;
  const isFramed =
    response.unframed || ['content-length', 'transfer-encoding'].some((name) => readHeader(response, name));
  const all: readonly Header[] = [
    ...headers,
    ...(isFramed ? [] : ([['Content-Length', String(body.length)]] as const)),
    ...(response.close ? ([['Connection', 'close']] as const) : []),
  ];
  const lines = [`HTTP/${version} ${status} ${reason}`, ...all.map(([name, value]) => `${name}: ${value}`)];
  return Buffer.concat([Buffer.from(`${prefix}${lines.join('\r\n')}${blankLine}`, 'latin1'), body]);
}

function parseHeader(line: string): Header {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}
