import type { SampleLanguage } from '../samples/create-request-sample.ts';
import type { PageData } from './page-data.ts';

/** What the user has chosen in the page without changing the situation. It is not in the URL. */
export interface View {
  /** The scenario to apply. */
  readonly scenario: string;
  /** The fault to inject. */
  readonly fault: string;
  /** The language of the sample. */
  readonly language: SampleLanguage;
  /** Whether the sample is for production. */
  readonly isProduction: boolean;
  /** The collections that the user has opened or closed, by program ID. */
  readonly open: Readonly<Record<string, boolean>>;
  /** The text that was copied last, and whether the browser refused it. */
  readonly copy?: { readonly text: string; readonly isRefused: boolean } | undefined;
  /** The entered addresses that are not those of this machine, by the label of their field. */
  readonly rejected: Readonly<Record<string, string>>;
  /** The time of the last tick, for what counts down, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
}

export function createInitialView({ scenarios, faultStatuses }: PageData): View {
  return {
    scenario: scenarios[0]?.name ?? '',
    fault: String(faultStatuses.at(-1) ?? ''),
    language: 'curl',
    isProduction: false,
    open: {},
    rejected: {},
    now: Date.now(),
  };
}
