import autocannon from 'autocannon';
import type { ServerProcess } from './server-process.ts';

/** What a server did under load. */
export interface Load {
  /** Requests per second. */
  readonly rate: number;
  /** The 99th percentile of the latency, in milliseconds. */
  readonly p99: number;
  /** CPU time per request, in microseconds. Undefined if it is unknown. */
  readonly cpu: number | undefined;
}

const connections = 64;

/**
 * Sends requests to a server for a number of seconds, to one path after the other.
 *
 * @throws {Error} if a request fails or returns another status code than 200
 */
export async function sendLoad(
  server: Pick<ServerProcess, 'port'> & Partial<ServerProcess>,
  paths: readonly string[],
  seconds: number,
): Promise<Load> {
  const before = await server.readUsage?.();
  const result = await autocannon({
    url: `http://127.0.0.1:${server.port}`,
    connections,
    duration: seconds,
    headers: { 'x-gft-api-key': 'gft_default_sandbox' },
    requests: paths.map((path) => ({ method: 'GET', path })),
  });
  const after = await server.readUsage?.();
  if (result.errors + result.non2xx + result.timeouts > 0) {
    throw new Error(`${paths[0]}: ${result.non2xx} responses were not 200, ${result.errors} requests failed.`);
  }
  const cpu = before && after && (after.cpu - before.cpu) / result.requests.total;
  return { rate: result.requests.total / result.duration, p99: result.latency.p99, cpu };
}
