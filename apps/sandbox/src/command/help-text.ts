import { type Flags, flagValues } from './command.ts';
import { commands } from './commands.ts';

const usageWidth = 40;

/** Creates the text that --help prints. */
export function createHelpText(): string {
  const lines = [...commands].map(([name, { parameters, flags = [], description }]) => {
    const usage = [name, parameters, ...flags.map(formatFlag)].filter(Boolean).join(' ');
    if (usage.length < usageWidth) return `  ${usage.padEnd(usageWidth)} ${description}`;
    return `  ${usage}\n  ${' '.repeat(usageWidth)} ${description}`;
  });
  return `A sandbox of the Giftoin collection-challenges API: a local server with state.

Usage: giftoin-sandbox [serve] [flags]          serve the API and the control API, until Ctrl-C
       giftoin-sandbox COMMAND [arguments]      run a command against a running sandbox

Flags of serve:
  --port PORT            port of the API, 0 for any free port              (GIFTOIN_SANDBOX_PORT, default: 4020)
  --host HOST            address of the API                                (GIFTOIN_SANDBOX_HOST, default: 127.0.0.1, this
                                                                           machine only)
  --allowed-host NAME    name that requests can have in Host beside those of this machine, for example behind a proxy;
                         repeat it for each name                           (GIFTOIN_SANDBOX_ALLOWED_HOSTS, default: none, or
                                                                           all if other machines can reach the port)
  --control-port PORT    port of the control API, 0 for any free port      (GIFTOIN_SANDBOX_CONTROL_PORT, default: 4021)
  --control-host HOST    address of the control API; an address that other machines can reach requires --token
                                                                           (GIFTOIN_SANDBOX_CONTROL_HOST, default: 127.0.0.1,
                                                                           this machine only)
  --control-origin ORIGIN  exact origin whose pages can call the control API, for example http://127.0.0.1:4030; repeat it
                         for each origin                                   (GIFTOIN_SANDBOX_CONTROL_ORIGIN, default: none)
  --token TOKEN          token of the control API                          (GIFTOIN_SANDBOX_TOKEN, default: sandbox-control)
  --data FILE            SQLite file for the state                         (GIFTOIN_SANDBOX_DATA, default: in memory)
  --quiet                do not print a line for each request              (GIFTOIN_SANDBOX_QUIET, default: print them)
  If DATABASE_URL is set, the state is stored in that PostgreSQL database, which several sandboxes can share.

Commands:
${lines.join('\n')}

USER      platform and user ID, for example discord/42
DURATION  for example 500ms, 90s, 1h30m or 2d
TIME      ISO 8601, for example 2026-12-24T18:00:00Z, or milliseconds since 1970

Flags of every command:
  --control URL          URL of the control API                            (GIFTOIN_SANDBOX_CONTROL, default: http://127.0.0.1:4021,
                                                                           or the port of GIFTOIN_SANDBOX_CONTROL_PORT)
  --token TOKEN          token of the control API                          (GIFTOIN_SANDBOX_TOKEN, default: sandbox-control)
  --workspace NAME       workspace                                         (GIFTOIN_SANDBOX_WORKSPACE, default: default)

Exit codes: 0 success. 1 the command or the sandbox failed. 2 usage error.`;
}

function formatFlag(flag: keyof Flags): string {
  return flagValues[flag] === '' ? `[--${flag}]` : `[--${flag} ${flagValues[flag]}]`;
}
