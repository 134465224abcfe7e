import { createRedactor, redactedApiKey } from '@giftoin/protocol';
import { createRandomHex } from './random-hex.ts';

/**
 * Creates an API key. It contains the name of its workspace, so that a request reads only the rows of that workspace.
 *
 * @param secret Default: random.
 */
export function createApiKey(workspace: string, secret: string = createRandomHex(18)): string {
  return `gft_${workspace}_${secret}`;
}

/** Parses the name of the workspace in an API key. Returns undefined if the text does not have the format of one. */
export function parseWorkspace(apiKey: string): string | undefined {
  return /^gft_([a-z0-9-]{1,40})_[\x21-\x7e]+$/.exec(apiKey)?.[1];
}

/** Replaces everything that looks like an API key, for example one that was put into a path by mistake. */
export const redactApiKeys = createRedactor({ prefixes: [{ value: 'gft_', replacement: redactedApiKey }] });
