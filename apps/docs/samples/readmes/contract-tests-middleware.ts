// #region middleware
import { createTrafficMonitor, monitorFetch } from '@giftoin/contract-tests/middleware';

const monitor = createTrafficMonitor({
  sampling: 0.1, // The share of the requests that are checked.
  onFinding: ({ code, path, request }) => console.log(code, path, request), // Once for each cause.
  onError: (error) => console.error(error), // No request fails because of an error of the monitor.
});

// Express and Connect: app.use(createExpressMiddleware(monitor))
// Fastify:             app.register(createFastifyPlugin(monitor))
// Hono:                app.use(createHonoMiddleware(monitor))
// Everything else that handles a Request:
export const handle = monitorFetch(monitor, (request) => Response.json([], { headers: { via: request.method } }));
// #endregion

await handle(new Request('https://api.giftoin.org/api/v1/users/discord/1/progress/collection-challenges'));
