import type { LogEntry } from '@giftoin/simulator/sandbox';

/** How long lines are collected before they are written, in milliseconds. */
const writeInterval = 50;

/**
 * Creates a function that prints one line of JSON for each request. Lines are written in batches, so that a slow terminal
 * does not slow down requests.
 */
export function createRequestPrinter(stream: NodeJS.WritableStream): (entry: LogEntry) => void {
  let lines = '';
  const write = () => {
    stream.write(lines);
    lines = '';
  };
  return (entry) => {
    if (lines === '') setTimeout(write, writeInterval);
    lines += `${JSON.stringify(entry)}\n`;
  };
}
