import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CouldNotRunError } from '../../model/contract-options.ts';

/** A recording that is being read. */
export interface OpenRecording {
  readonly isHar: boolean;
  /** The bytes, decompressed. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** How much of a file is read to find out its format. */
const probeLength = 4_096;

/**
 * Opens a recording. `-` is the standard input. A file that is compressed with gzip is decompressed.
 *
 * Throws CouldNotRunError if the file cannot be read.
 */
export async function openRecording(file: string): Promise<OpenRecording> {
  const raw = await probe(file === '-' ? process.stdin : createReadStream(file), file, 2);
  const isCompressed = raw.start[0] === 0x1f && raw.start[1] === 0x8b;
  const { start, chunks } = isCompressed ? await probe(decompress(raw.chunks), file, probeLength) : raw;
  const text = start.toString().replace(/^\u{feff}/u, '');
  return { isHar: /\.har(\.gz)?$/i.test(file) || /^\s*\{\s*"log"\s*:/.test(text), chunks };
}

interface Probed {
  readonly start: Buffer;
  /** All chunks, those of the start included. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** Reads the start of a source: at least as many bytes as given, unless it ends before. */
async function probe(source: AsyncIterable<Buffer>, file: string, length: number): Promise<Probed> {
  const iterator = source[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  try {
    for (let size = 0; size < length; ) {
      const { value, done } = await iterator.next();
      if (done) break;
      first.push(value);
      size += value.length;
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CouldNotRunError(`${formatFile(file)} cannot be read (${code ?? message}).`);
  }
  return { start: Buffer.concat(first), chunks: concatenate(first, iterator) };
}

async function* concatenate(first: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

function decompress(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const source = Readable.from(chunks);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  return gunzip;
}

export function formatFile(file: string): string {
  return file === '-' ? 'The standard input' : file;
}
