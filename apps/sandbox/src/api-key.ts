import { hash, randomBytes } from 'node:crypto';

/**
 * The text of an API key. It names its workspace, so that a request is answered from where that workspace is stored, and
 * nothing else of it can be guessed.
 */
export function createApiKey(workspace: string, secret: string = randomBytes(18).toString('hex')): string {
  return `gft_${workspace}_${secret}`;
}

/** The workspace that a key names; undefined where the text is no key of a sandbox. */
export function parseWorkspace(apiKey: string): string | undefined {
  return /^gft_([a-z0-9-]{1,40})_[\x21-\x7e]+$/.exec(apiKey)?.[1];
}

/** What is stored of a key: its SHA-256. A random key needs no salt and no stretching. */
export function hashSecret(apiKey: string): string {
  return hash('sha256', apiKey, 'hex');
}

/** Whatever looks like a key is hidden, such as one that stands in a path by mistake. */
export function redactApiKeys(text: string): string {
  if (!text.includes('gft_')) return text;
  return text.replaceAll(/gft_[a-z0-9-]{1,40}_[\x21-\x2e\x30-\x7e]+/g, '[API key]');
}
