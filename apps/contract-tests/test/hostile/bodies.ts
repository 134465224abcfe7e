import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { HostileServer } from './hostile-server.ts';
import { createPrograms, hasKey, sendError, serveList, serveText } from './programs.ts';

const wrong = { id: 7, collectedCount: 'x', size: -1, progressInPercentage: 500, cards: [{ quantity: -1 }] };
const wrongItems = (count: number) => Array.from({ length: count }, () => wrong);
const zeros = () => Buffer.alloc(200 * 1024 * 1024, 0x20);

/** Sends a compressed body for every request. It is created at the first one. */
function bomb(encoding: string, compress: () => Buffer): HostileServer {
  let body: Buffer | undefined;
  return {
    http: (response) => {
      body ??= compress();
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding }).end(body);
    },
  };
}

function endless(start: string, chunk: string): HostileServer {
  return {
    http: (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write(start);
      writeForever(response, Buffer.from(chunk));
    },
  };
}

function writeForever(response: ServerResponse, chunk: Buffer): void {
  const write = () => {
    if (response.destroyed) return;
    response.write(chunk, () => setImmediate(write));
  };
  write();
}

export const bodies: Readonly<Record<string, HostileServer>> = {
  'list of 2,000 wrong items': { http: serveList(wrongItems(2_000)) },
  'list of 8,000 wrong items': { http: serveList(wrongItems(8_000)) },
  'list of 10,000 programs': { http: serveList(createPrograms(10_000)) },
  'list of 10,000 equal programs': { http: serveList(createPrograms(1).flatMap((one) => Array(10_000).fill(one))) },
  'list of 100,000 numbers': { http: serveList(Array.from({ length: 100_000 }, (_, index) => index)) },
  'list of 1,000,000 empty arrays': { http: serveText(`[${'[],'.repeat(1_000_000)}[]]`) },
  'program with 20,000 wrong cards': {
    http: serveList([{ ...createPrograms(1)[0], cards: Array(20_000).fill({ id: 1, quantity: -1 }) }]),
  },
  'program with 50,000 properties': {
    http: serveList([
      { ...createPrograms(1)[0], ...Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`p${i}`, i])) },
    ]),
  },
  'arrays nested 100,000 deep': { http: serveText('['.repeat(100_000) + ']'.repeat(100_000)) },
  'objects nested 100,000 deep': { http: serveText('{"a":'.repeat(100_000) + 1 + '}'.repeat(100_000)) },
  'arrays that never close': { http: serveText('['.repeat(1_000_000)) },
  'ID of 5 MB': { http: serveList([{ ...createPrograms(1)[0], id: 'a'.repeat(5_000_000) }]) },
  'ID of 5 MB that no pattern accepts': { http: serveList([{ ...createPrograms(1)[0], id: '-'.repeat(5_000_000) }]) },
  'number of 1 MB': { http: serveText(`[{"id":"a","size":${'9'.repeat(1_000_000)}}]`) },
  'property __proto__': { http: serveText('[{"__proto__":{"id":"a"},"constructor":1,"toString":2,"id":"__proto__"}]') },
  'gzip bomb': bomb('gzip', () => gzipSync(zeros())),
  'gzip bomb in a gzip bomb': bomb('gzip, gzip', () => gzipSync(gzipSync(zeros()))),
  'br bomb': bomb('br', () => brotliCompressSync(zeros(), { params: { 1: 1 } })),
  'deflate bomb': bomb('deflate', () => deflateSync(zeros())),
  'zstd bomb': bomb('zstd', () => zstdCompressSync(zeros())),
  'encoding that is repeated 1,000 times': bomb(Array(1_000).fill('gzip').join(','), () => gzipSync('[]')),
  'endless body': endless('[', ' '.repeat(65_536)),
  'endless list': endless('[{}', ',{}'.repeat(20_000)),
  'endless text of an error': {
    http: (response, request) => {
      if (hasKey(request)) return sendError(response, 500);
      response.writeHead(401, { 'content-type': 'text/html' });
      return writeForever(response, Buffer.alloc(65_536, 'x'));
    },
  },
};
