import { parseLogLine } from './parse-log-line.ts';
import { MalformedRecordError, maximumRecordSize, type RecordingItem } from './recording-item.ts';
import { splitLines } from './split-lines.ts';

/** Reads a log with one exchange in each line, as JSON. A line that cannot be read does not end it. */
export async function* readLog(chunks: AsyncIterable<Buffer>): AsyncGenerator<RecordingItem> {
  for await (const { number, text } of splitLines(chunks, maximumRecordSize)) {
    const place = `line ${number}`;
    if (text === undefined) {
      yield { place, reason: `has more than ${maximumRecordSize / 1_000_000} MB` };
      continue;
    }
    try {
      yield { exchange: parseLogLine(text) };
    } catch (error) {
      if (!(error instanceof MalformedRecordError)) throw error;
      yield { place, reason: error.message };
    }
  }
}
