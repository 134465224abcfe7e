import type { WaitProgress } from '../model/contract-options.ts';

interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const eraseLine = '\r\u001b[K';

/**
 * Creates a function that prints why the command is waiting: on a terminal in one line that it replaces, otherwise in a line
 * for each new reason.
 */
export function createWaitPrinter(output: ProgressOutput): (progress: WaitProgress) => void {
  let printed: string | undefined;
  return ({ elapsed, reason }) => {
    const seconds = `${(elapsed / 1000).toFixed(1)} s`;
    if (reason === undefined) {
      if (output.isTTY) output.write(eraseLine);
      if (printed !== undefined) output.write(`The server responded after ${seconds}.\n`);
    } else if (output.isTTY) output.write(`${eraseLine}  Waiting for ${seconds}. ${reason}`);
    else if (reason !== printed) output.write(`Waiting for the server. ${reason}\n`);
    printed = reason ?? printed;
  };
}
