import type { PageData } from './page-data.ts';

/** What the user has chosen. All of it is in the URL. */
export interface Settings {
  /** Where the requests go: to the simulator in the page, or to a sandbox on this machine. */
  readonly source: 'page' | 'sandbox';
  /** The origin of the API of the sandbox. */
  readonly url: string;
  /** The origin of the control API of the sandbox. */
  readonly controlUrl: string;
  readonly operationId: string;
  /** The parameters of all operations, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly apiKeyHeader: string;
  /** The name of an API key of the sandbox, or one of `otherKeys`. */
  readonly keyName: string;
}

/** The choices beside the API keys of the sandbox. */
export const otherKeys = {
  unknown: 'An API key that does not exist. Its requests fail with 401.',
  none: 'No API key is sent. The requests fail with 401.',
  custom: 'Another API key, which you enter.',
} as const;

/** The API key of the choice `unknown`. */
export const unknownApiKey = 'gft_default_unknown';

/** The settings before the user chooses anything. */
export function createDefaultSettings({ operations, keys, examples }: PageData): Settings {
  const names = operations.flatMap(({ parameters }) => parameters);
  return {
    source: 'page',
    url: 'http://127.0.0.1:4020',
    controlUrl: 'http://127.0.0.1:4021',
    operationId: operations[0]?.operationId ?? '',
    parameters: Object.fromEntries(names.map((name) => [name, examples[name]?.[0] ?? ''])),
    apiKeyHeader: 'x-gft-api-key',
    keyName: keys[0]?.name ?? 'none',
  };
}

/** The user that the parameters name. */
export function toUser({ parameters }: Settings): { readonly platform: string; readonly platformUserId: string } {
  return { platform: parameters.platform ?? '', platformUserId: parameters.platformUserId ?? '' };
}

/** The origin of a URL of this machine. Undefined for every other URL: the page sends no requests to other machines. */
export function parseLoopbackOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, origin } = new URL(text);
  return protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname) ? origin : undefined;
}
