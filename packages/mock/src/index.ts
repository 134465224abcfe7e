/**
 * A mock of the Giftoin collection-challenges API: Prism on its OpenAPI document.
 *
 * @module
 */
export { type Mock, type MockOptions, startMock } from './server.ts';
