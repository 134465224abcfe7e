import type { Redact } from '@giftoin/protocol';
import type { Settings } from '../options/settings.ts';

/** An API key, and the function that redacts it. */
export interface Credentials {
  readonly key: string;
  readonly redact: Redact;
}

/** The request that a response belongs to. */
export interface ResponseContext extends Credentials {
  /** The URL of the request. */
  readonly url: string;
  readonly settings: Settings;
}
