import type { Hide } from './api-key.ts';
import type { Settings } from './settings.ts';

/** What is needed to read a response. */
export interface Reading {
  /** The URL of the request. */
  readonly url: string;
  readonly key: string;
  readonly hide: Hide;
  readonly settings: Settings;
}
