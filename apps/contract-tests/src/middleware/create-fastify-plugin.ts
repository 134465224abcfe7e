import type { IncomingMessage, ServerResponse } from 'node:http';
import { observeNodeExchange } from './observe-node.ts';
import type { TrafficMonitor } from './traffic-monitor.ts';

/** What the plugin needs of Fastify. */
interface FastifyLike {
  addHook(
    name: 'onRequest',
    hook: (
      request: { readonly raw: IncomingMessage },
      reply: { readonly raw: ServerResponse },
      done: () => void,
    ) => void,
  ): unknown;
}

/** Creates a plugin for Fastify. Register it before all others. */
export function createFastifyPlugin(monitor: TrafficMonitor) {
  const plugin = (instance: FastifyLike, _options: unknown, done: () => void): void => {
    instance.addHook('onRequest', (request, reply, finish) => {
      observeNodeExchange(monitor, request.raw, reply.raw);
      finish();
    });
    done();
  };
  // The hook applies to the routes of the instance that registers the plugin.
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true });
}
