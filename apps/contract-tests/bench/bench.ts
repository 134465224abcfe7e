/**
 * Measures what the middleware costs a server: the response times with 10 % sampling, beside those of the same server without
 * it. Requests to all servers alternate, so that other load on the machine affects all of them. `--quick` is a short run.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const path = '/api/v1/users/discord/123456789012345678/progress/collection-challenges';
const isQuick = process.argv.includes('--quick');
const requests = isQuick ? 6_000 : 45_000;
const connections = 8;

interface Server {
  readonly process: ChildProcess;
  readonly port: number;
  readonly agent: Agent;
}

for (const framework of ['express', 'fastify', 'hono']) {
  // The second server is like the first one. Its ratio shows how exact the measurement is on this machine.
  const servers = await Promise.all([start(framework), start(framework), start(framework, '0.1')]);
  await measure(servers, 600);
  const times = await measure(servers, requests);
  const [, , monitored] = servers;
  monitored.process.send('counts');
  const [{ seen, sampled, checked, dropped }] = await once(monitored.process, 'message');
  const formatRatios = (index: number) =>
    [0.5, 0.99].map(
      (part) => `p${100 * part} ×${(quantile(times[index], part) / quantile(times[0], part)).toFixed(3)}`,
    );
  console.log(
    [
      `${framework.padEnd(8)} with the middleware: ${formatRatios(2).join(', ')}`,
      `the same server again: ${formatRatios(1).join(', ')}`,
      `p99 without: ${quantile(times[0], 0.99).toFixed(2)} ms`,
      `${seen} requests, ${sampled} sampled, ${checked} checked, ${dropped} dropped`,
    ].join('; '),
  );
  for (const { process: child, agent } of servers) {
    agent.destroy();
    child.kill();
  }
}

async function start(framework: string, ...sampling: string[]): Promise<Server> {
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [framework, ...sampling]);
  const [address] = (await once(child, 'message')) as [AddressInfo];
  return { process: child, port: address.port, agent: new Agent({ keepAlive: true, maxSockets: connections }) };
}

/** Returns the response times of each server, in milliseconds. */
async function measure(servers: readonly Server[], count: number): Promise<number[][]> {
  const times: number[][] = servers.map(() => []);
  let left = count;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const index = left % servers.length;
      const server = servers[index];
      if (server) times[index]?.push(await request(server));
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return times;
}

function request({ port, agent }: Server): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent, headers: { 'x-gft-api-key': 'gft_default_sandbox' } }, (response) => {
      response.resume().on('end', () => resolve(performance.now() - started));
    }).on('error', reject);
  });
}

function quantile(values: readonly number[] | undefined, part: number): number {
  const sorted = (values ?? []).toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
