import { Readable } from 'node:stream';
import chain from 'stream-chain';
import { pick } from 'stream-json/filters/pick.js';
import { parser } from 'stream-json/parser.js';
import { createEntryAssembler, type HarEntry } from './assemble-entries.ts';
import { parseHarEntry } from './parse-har-entry.ts';
import { MalformedRecordError, maximumRecordSize, type RecordingItem } from './recording-item.ts';

/**
 * Reads the entries of a HAR file, one at a time: the whole file need not fit in memory. If the file ends early, or is not
 * JSON, the entries before that place are read.
 */
export async function* readHar(chunks: AsyncIterable<Buffer>): AsyncGenerator<RecordingItem> {
  let number = 0;
  const entries: AsyncIterable<HarEntry> = chain([
    Readable.from(chunks),
    // A text can be larger than the memory. It arrives in chunks.
    parser({ packKeys: true, streamKeys: false, packStrings: false, packNumbers: true, streamNumbers: false }),
    pick({ filter: 'log.entries' }),
    createEntryAssembler(maximumRecordSize),
  ]);
  try {
    for await (const entry of entries) {
      number += 1;
      yield readEntry(entry, number);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code?.startsWith('Z_') ? 'the compressed data is damaged' : 'the file is not complete JSON';
    yield { place: `after entry ${number}`, reason: `cannot be read: ${reason}` };
    return;
  }
  if (number === 0) yield { place: 'the file', reason: 'has no entries in "log.entries"' };
}

function readEntry(entry: HarEntry, number: number): RecordingItem {
  try {
    return { exchange: parseHarEntry(entry) };
  } catch (error) {
    if (!(error instanceof MalformedRecordError)) throw error;
    return { place: `entry ${number}`, reason: error.message };
  }
}
