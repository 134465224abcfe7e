import type { Settings } from '../options/settings.ts';
import type { Redact } from './redact.ts';

/** The request that a response belongs to. */
export interface ResponseContext {
  /** The URL of the request. */
  readonly url: string;
  readonly key: string;
  readonly redact: Redact;
  readonly settings: Settings;
}
