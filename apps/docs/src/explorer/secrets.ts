import { unknownApiKey } from './settings.ts';

/** What is never shown and never stored: it is in memory until the page is closed. */
export interface Secrets {
  /** The API key of the choice `custom`. */
  readonly apiKey: string;
  /** The token of the control API. */
  readonly token: string;
}

/** The API key of a name. Empty: none is sent. */
export function resolveApiKey(keyName: string, apiKeys: object, { apiKey }: Secrets): string {
  const others = { unknown: unknownApiKey, none: '', custom: apiKey };
  return ({ ...apiKeys, ...others } as Readonly<Record<string, string>>)[keyName] ?? '';
}
