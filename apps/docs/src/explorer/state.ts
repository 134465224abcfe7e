import type { CollectionChallengeProgress } from '@giftoin/types';
import type { Exchange, Failure } from './exchange.ts';
import type { Settings } from './settings.ts';
import type { Step } from './steps.ts';
import type { View } from './view.ts';

/** Everything that the page shows. */
export interface State {
  readonly settings: Settings;
  /** The changes of the sandbox since its last reset. */
  readonly steps: readonly Step[];
  /** Steps of a link that were not applied, because they would change a sandbox of the user. */
  readonly offeredSteps: readonly Step[];
  /** The name of the fault that the shown response has. Empty: none. */
  readonly fault: string;
  readonly isBusy: boolean;
  readonly exchange?: Exchange | undefined;
  /** The last programs of the same user from the same source. They stay visible if a later request fails. */
  readonly programs?: readonly CollectionChallengeProgress[] | undefined;
  /** Why the last change of the sandbox failed. */
  readonly controlFailure?: Failure | undefined;
  /** The clock of the sandbox. */
  readonly clock?: Clock | undefined;
  readonly view: View;
}

export type Action =
  | { readonly type: 'settingsChanged'; readonly settings: Partial<Settings> }
  | { readonly type: 'requestStarted' }
  | { readonly type: 'requestEnded'; readonly exchange: Exchange }
  | { readonly type: 'sandboxChanged'; readonly step: Step }
  | { readonly type: 'sandboxReset' }
  | { readonly type: 'faultInjected'; readonly fault: string }
  | { readonly type: 'controlFailed'; readonly failure: Failure }
  | { readonly type: 'clockRead'; readonly clock: Clock | undefined }
  | { readonly type: 'offerClosed' }
  | { readonly type: 'viewChanged'; readonly view: Partial<View> };

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  /** The difference to the system clock, in milliseconds. */
  readonly offset: number;
}
