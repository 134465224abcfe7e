/**
 * A `node:http` server that answers in the contract's shape, whatever it is sent.
 *
 * @module
 */
export { createCorsHeaders } from './cors.ts';
export { errorBody } from './error-body.ts';
export { type Handler, type ListeningServer, type ListenOptions, listen } from './listen.ts';
export { parsePort } from './port.ts';
export { createRouter, decodePathParameters, formatAllow, parseTarget, type Route } from './router.ts';
