import type { Program } from '@giftoin/types/sandbox-control';
import type { Store } from '../store.ts';
import type { UserId } from '../world/user-id.ts';

/** What a handler can read: the state of the workspace as the API key sees it at one moment. */
export interface OperationContext {
  /** Changes the state of the workspace. */
  readonly store: Store;
  readonly workspace: string;
  readonly environment: string;
  /** The programs of the environment, in the order in which the API lists them, visible or not. */
  readonly programs: readonly Program[];
  /** The time of the workspace's clock, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  /** The progress of a user in all visible programs, as the bytes of its JSON. */
  listProgress(user: UserId): Promise<Uint8Array>;
  /** The same for one program. Undefined if it does not exist or is not visible. */
  readProgress(user: UserId, programId: string): Promise<Uint8Array | undefined>;
}
