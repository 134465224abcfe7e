/**
 * The client of openapi-fetch, on the types of this API and the transport of `createGiftoinClient`.
 *
 * @module
 */
export type { paths } from '@giftoin/types/paths';
export type { Client, Middleware } from 'openapi-fetch';
// The default export makes this module a replacement for the module `openapi-fetch`.
export { createClient, createClient as default } from './openapi-fetch/create-client.ts';
export type { CreateClientOptions, RequestFetch } from './openapi-fetch/create-client-options.ts';
