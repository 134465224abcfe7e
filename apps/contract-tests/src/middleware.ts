/**
 * Checks a sample of the requests and responses of a running server against the contract, after each response was sent.
 *
 * @module
 */
export { createExpressMiddleware } from './middleware/create-express-middleware.ts';
export { createFastifyPlugin } from './middleware/create-fastify-plugin.ts';
export { createHonoMiddleware, monitorFetch } from './middleware/monitor-fetch.ts';
export {
  createTrafficMonitor,
  type TrafficMonitor,
  type TrafficMonitorCounts,
} from './middleware/traffic-monitor.ts';
export type { TrafficMonitorOptions } from './middleware/traffic-monitor-options.ts';
