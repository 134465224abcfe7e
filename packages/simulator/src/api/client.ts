import type { InjectedFault, KeySettings } from '@giftoin/types/sandbox-control';

/** An API key, without its secret. */
export interface ApiKeyState {
  readonly keyName: string;
  readonly environment: string;
  readonly settings: KeySettings;
  readonly hasInjectedFaults: boolean;
  /** Whether the API key has no restrictions and no injected faults. */
  readonly isUnrestricted: boolean;
}

/** The client of a request: an API key in the current state of its workspace. */
export interface Client {
  readonly workspace: string;
  readonly apiKey: ApiKeyState;
  /** What the authorization injected into the response. */
  injectedFault?: InjectedFault | undefined;
}
