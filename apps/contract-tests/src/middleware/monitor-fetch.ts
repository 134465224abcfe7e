import { observeFetchExchange } from './observe-fetch.ts';
import type { TrafficMonitor } from './traffic-monitor.ts';

/** A runtime that keeps a worker alive until a promise is settled. */
interface WaitingContext {
  waitUntil(promise: Promise<unknown>): void;
}

/** Wraps a handler of `fetch` requests, for example of Workers, Deno or Bun. Its other arguments are passed on. */
export function monitorFetch<Rest extends readonly unknown[]>(
  monitor: TrafficMonitor,
  handler: (request: Request, ...rest: Rest) => Response | Promise<Response>,
): (request: Request, ...rest: Rest) => Promise<Response> {
  return async (request, ...rest) => {
    const isSampled = monitor.isSampled(request.method);
    const response = await handler(request, ...rest);
    if (isSampled) finishLater(monitor, observeFetchExchange(monitor, request, response), rest.find(isWaiting));
    return response;
  };
}

/** What the middleware needs of the context of Hono. */
interface HonoContext {
  readonly req: { readonly raw: Request };
  readonly res: Response;
}

/** Creates a middleware for Hono. Use it before all others. */
export function createHonoMiddleware(
  monitor: TrafficMonitor,
): (context: HonoContext, next: () => Promise<void>) => Promise<void> {
  return async (context, next) => {
    const isSampled = monitor.isSampled(context.req.raw.method);
    await next();
    if (isSampled) {
      finishLater(monitor, observeFetchExchange(monitor, context.req.raw, context.res), findHonoContext(context));
    }
  };
}

function finishLater(monitor: TrafficMonitor, observing: Promise<void>, context: WaitingContext | undefined): void {
  try {
    context?.waitUntil(observing.then(() => monitor.flush()));
  } catch (error) {
    monitor.fail(error);
  }
}

function isWaiting(value: unknown): value is WaitingContext {
  return typeof value === 'object' && value !== null && 'waitUntil' in value && typeof value.waitUntil === 'function';
}

/** Hono throws if the runtime has no context. */
function findHonoContext(context: object): WaitingContext | undefined {
  try {
    const { executionCtx } = context as { executionCtx?: unknown };
    return isWaiting(executionCtx) ? executionCtx : undefined;
  } catch {
    return undefined;
  }
}
