/**
 * A `node:http` server that answers in the contract's shape, whatever it is sent.
 *
 * @module
 */
export { corsHeaders } from './cors.ts';
export { errorBody } from './error-body.ts';
export { type Handler, type Listening, type ListenOptions, listen } from './listen.ts';
export { portOf } from './port.ts';
export { allowedOn, parametersOf, type Route, routerOf, targetOf } from './router.ts';
