import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findProgram } from '@giftoin/programs';
import { mockOrigin, sandboxOrigin } from '../../src/errors/create-paths.ts';

/** The servers that the commands of the catalogue are run against. */
export interface Servers {
  readonly sandbox: { readonly url: string; readonly controlUrl: string; readonly token: string };
  readonly mock: { readonly url: string };
}

const sandboxCli = fileURLToPath(import.meta.resolve('@giftoin/sandbox')).replace(/index\.ts$/, 'cli.ts');

/** Replaces the addresses in a text of the catalogue by those of the servers. */
export function replaceOrigins(text: string, { sandbox, mock }: Servers): string {
  return text.replaceAll(sandboxOrigin, sandbox.url).replaceAll(mockOrigin, mock.url);
}

export interface Shell {
  /** Runs commands as a reader does who copies them into a shell. Returns what they print. */
  run(commands: readonly string[]): Promise<string>;
  remove(): Promise<void>;
}

export async function createShell(servers: Servers): Promise<Shell> {
  const curl = await findProgram('curl');
  const { controlUrl, token } = servers.sandbox;
  const env = { ...curl.environment, GIFTOIN_SANDBOX_CONTROL: controlUrl, GIFTOIN_SANDBOX_TOKEN: token };
  return {
    remove: curl.remove,
    async run(commands) {
      const text = replaceOrigins(commands.join('\n'), servers).replaceAll(
        'npx -y pnpm@12 sandbox ',
        `'${process.execPath}' '${sandboxCli}' `,
      );
      const { stdout } = await promisify(execFile)('sh', ['-e', '-c', text], { env });
      return stdout;
    },
  };
}

/** Parses the output of `curl -i`. */
export function parseCurlOutput(output: string): { readonly status: number; readonly errorCode: unknown } {
  const [head = '', body = ''] = output.split('\r\n\r\n');
  const status = Number(/^HTTP\/\S+ (\d+)/.exec(head)?.[1]);
  // Operations can have errors of another kind.
  return { status, errorCode: JSON.parse(body).status?.errorCode };
}
