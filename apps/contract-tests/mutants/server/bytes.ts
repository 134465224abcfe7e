import { STATUS_CODES } from 'node:http';
import { type Answer, type Header, type Request, valuesOf } from './exchange.ts';

export const blankLine = '\r\n\r\n';

/** A request from its head, in which every byte is one character. */
export function requestOf(head: string): Request {
  const [first = '', ...lines] = head.split('\r\n');
  return { target: first.split(' ').slice(1, -1).join(' '), headers: lines.map(headerOf) };
}

/** An answer from all its bytes. */
export function answerOf(bytes: Buffer): Answer {
  const end = bytes.indexOf(blankLine);
  if (end < 0) throw new Error('The conforming server ended the connection without an answer.');
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const framing = /^(content-length|connection|keep-alive|transfer-encoding):/i;
  const headers = lines.filter((line) => !framing.test(line)).map(headerOf);
  return { status: Number(first.split(' ')[1]), headers, body: bytes.subarray(end + blankLine.length) };
}

/** All bytes of an answer, framed by its length unless it says otherwise. */
export function bytesOf(answer: Answer): Buffer {
  const { status, headers, body, reason = STATUS_CODES[status] ?? '', version = '1.1', ahead = '' } = answer;
  const isFramed = answer.unframed || ['content-length', 'transfer-encoding'].some((name) => valuesOf(answer, name)[0]);
  const all: readonly Header[] = [
    ...headers,
    ...(isFramed ? [] : ([['Content-Length', String(body.length)]] as const)),
    ...(answer.close ? ([['Connection', 'close']] as const) : []),
  ];
  const lines = [`HTTP/${version} ${status} ${reason}`, ...all.map(([name, value]) => `${name}: ${value}`)];
  return Buffer.concat([Buffer.from(`${ahead}${lines.join('\r\n')}${blankLine}`, 'latin1'), body]);
}

function headerOf(line: string): Header {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}
