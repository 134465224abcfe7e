import type { IncomingMessage, ServerResponse } from 'node:http';
import { observeNodeExchange } from './observe-node.ts';
import type { TrafficMonitor } from './traffic-monitor.ts';

/** Creates a middleware for Express and Connect. Use it before all others. */
export function createExpressMiddleware(
  monitor: TrafficMonitor,
): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  return (request, response, next) => {
    observeNodeExchange(monitor, request, response);
    next();
  };
}
