import type { OperationId } from '@giftoin/types';
import type { Settings } from '../options/settings.ts';
import type { Credentials } from './credentials.ts';

/** The request that a response belongs to. */
export interface ResponseContext extends Credentials {
  /** The URL of the request. */
  readonly url: string;
  readonly settings: Settings;
  /** The operation of the request. */
  readonly operationId: OperationId;
}
