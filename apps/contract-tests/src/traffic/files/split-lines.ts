/** A line of a file, and its number. */
export interface Line {
  readonly number: number;
  /** Undefined if the line is too long. */
  readonly text: string | undefined;
}

const lineFeed = 0x0a;

/** Splits bytes into lines. A line that is longer than `maximum` bytes is not kept. Empty lines are omitted. */
export async function* splitLines(chunks: AsyncIterable<Buffer>, maximum: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let size = 0;
  let number = 1;
  const add = (part: Buffer) => {
    size += part.length;
    if (size <= maximum) parts.push(part);
    else parts = [];
  };
  const finish = (): Line => {
    const text =
      size > maximum
        ? undefined
        : Buffer.concat(parts)
            .toString()
            .replace(/^\u{feff}/u, '')
            .trim();
    const line = { number, text };
    parts = [];
    size = 0;
    number += 1;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      add(chunk.subarray(start, end));
      const line = finish();
      if (line.text !== '') yield line;
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  const last = finish();
  if (last.text !== '') yield last;
}
