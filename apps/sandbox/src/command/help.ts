import { type Flags, flagValues } from './command.ts';
import { commands } from './commands.ts';

/** What the command can do, in full. */
export function helpText(): string {
  const lines = [...commands].map(([name, { words, flags = [], about }]) => {
    const usage = [name, words, ...flags.map(flagText)].filter(Boolean).join(' ');
    return usage.length < 40 ? `  ${usage.padEnd(40)} ${about}` : `  ${usage}\n  ${' '.repeat(40)} ${about}`;
  });
  return `A sandbox of the Giftoin collection-challenges API: the contract kept for real, on your machine.

Usage: giftoin-sandbox [serve] [flags]      serve the API and its control side, until Ctrl-C
       giftoin-sandbox COMMAND [words]      drive a running sandbox

Flags of serve:
  --port PORT            the port of the API, 0 for any free one           (GIFTOIN_SANDBOX_PORT, else 4020)
  --host HOST            its address                                       (127.0.0.1: this machine alone)
  --control-port PORT    the port of the control side                      (GIFTOIN_SANDBOX_CONTROL_PORT, else 4021)
  --control-host HOST    its address; beyond this machine it needs a token (127.0.0.1)
  --token TOKEN          the token of the control side                     (GIFTOIN_SANDBOX_TOKEN, else sandbox-control)
  --data FILE            the file that keeps the state                     (GIFTOIN_SANDBOX_DATA, else in memory)
  --quiet                no line for each request
  DATABASE_URL keeps the state in a PostgreSQL instead, which several sandboxes may share.

Commands:
${lines.join('\n')}

A DURATION is such as 500ms, 90s, 1h30m or 2d; a TIME such as 2026-12-24T18:00:00Z, or milliseconds since 1970.

Flags of every command:
  --control URL          the control side of the sandbox                   (GIFTOIN_SANDBOX_CONTROL, else http://127.0.0.1:4021)
  --token TOKEN          its token                                         (GIFTOIN_SANDBOX_TOKEN, else sandbox-control)
  --workspace NAME       the workspace                                     (GIFTOIN_SANDBOX_WORKSPACE, else default)

Exit code 0: done. 1: refused, or the sandbox cannot be served or reached. 2: the command line makes no sense.`;
}

function flagText(flag: keyof Flags): string {
  return flagValues[flag] === '' ? `[--${flag}]` : `[--${flag} ${flagValues[flag]}]`;
}
