/**
 * A typed client of the Giftoin collection-challenges API.
 *
 * @module
 */
export * from '@giftoin/types';
export { type CallOptions, createGiftoinClient, type GiftoinClient } from './client.ts';
export { GiftoinError, type GiftoinErrorKind } from './errors.ts';
export type { ApiKeyHeader, GiftoinClientOptions } from './options.ts';
