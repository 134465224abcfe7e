/** The middleware behind the real frameworks. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { afterAll, describe, expect, test } from 'vitest';
import { checkTraffic } from '../src/index.ts';
import { createExpressMiddleware, createFastifyPlugin, createHonoMiddleware, monitorFetch } from '../src/middleware.ts';
import { createMonitor, json, origin } from './create-monitor.ts';
import { key } from './fixture-server.ts';
import { listPath, record, writeRecording } from './recordings.ts';

const list = await record(listPath);
const broken = list.body.replace(/"progressInPercentage":\d+/, '"progressInPercentage":99');

const closing: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Monitor = ReturnType<typeof createMonitor>['monitor'];

/** Starts a server that sends a body in two parts, and returns how to send it a request. */
const frameworks: Record<string, (monitor: Monitor, body: string) => Promise<(path: string) => Promise<Response>>> = {
  async express(monitor, body) {
    const app = express();
    app.use(createExpressMiddleware(monitor));
    app.use('/api', (_, response) => {
      response.set(json).write(body.slice(0, 10));
      response.end(body.slice(10));
    });
    const url = await listen(app);
    return (path) => fetch(url + path, { headers: { 'x-gft-api-key': key } });
  },
  async 'node:http'(monitor, body) {
    const observe = createExpressMiddleware(monitor);
    const url = await listen((request, response) =>
      observe(request, response, () => {
        response.writeHead(200, { 'Content-Type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync(body));
      }),
    );
    return (path) => fetch(url + path, { headers: { 'x-gft-api-key': key } });
  },
  async fastify(monitor, body) {
    const app = fastify();
    await app.register(createFastifyPlugin(monitor));
    app.get('/*', (_, reply) => reply.headers(json).send(body));
    closing.push(() => app.close());
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    return (path) => fetch(url + path, { headers: { 'x-gft-api-key': key } });
  },
  async hono(monitor, body) {
    const app = new Hono();
    app.use(createHonoMiddleware(monitor));
    app.get('/*', (context) => context.body(body, 200, json));
    return async (path) => app.request(path, { headers: { 'x-gft-api-key': key } });
  },
  async fetch(monitor, body) {
    const handler = monitorFetch(monitor, () => new Response(body, { headers: json }));
    return (path) => handler(new Request(`http://127.0.0.1${path}`, { headers: { 'x-gft-api-key': key } }));
  },
};

/** Waits until the monitor has everything that was sent, and has checked it. */
async function settle(monitor: Monitor, exchanges: number): Promise<void> {
  await expect
    .poll(async () => {
      await monitor.flush();
      return monitor.counts.checked + monitor.counts.errors;
    })
    .toBe(exchanges);
}

describe.each(Object.keys(frameworks))('%s', (name) => {
  const start = frameworks[name] as (typeof frameworks)[string];

  test('passes the response on, finds a violation once, and writes a log that the command reads', async () => {
    const { monitor, findings, errors, lines } = createMonitor();
    const send = await start(monitor, broken);
    for (const _ of [1, 2]) {
      const response = await send(`${listPath}?api_key=topsecret1`);
      expect([response.status, await response.text()]).toEqual([200, broken]);
    }
    await settle(monitor, 2);
    expect(errors).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['percentage-not-rounded-down']);
    expect(monitor.counts).toEqual({
      seen: 2,
      sampled: 2,
      checked: 2,
      dropped: 0,
      tooLarge: 0,
      violating: 2,
      errors: 0,
    });
    expect(lines.length).toBe(1);
    const file = await writeRecording(`${name.replace(':', '-')}.ndjson`, lines.join('\n'));
    const report = await checkTraffic({ files: [file], origins: [origin] });
    expect(report.findings.map(({ code }) => code)).toEqual(['percentage-not-rounded-down']);
    const text = JSON.stringify([findings, lines, report]);
    expect([key, 'topsecret1'].filter((secret) => text.includes(secret))).toEqual([]);
  });

  test('finds nothing in a conforming response', async () => {
    const { monitor, findings, errors } = createMonitor();
    const send = await start(monitor, list.body);
    await (await send(listPath)).text();
    await settle(monitor, 1);
    expect([findings, errors]).toEqual([[], []]);
  });

  test('no function that throws reaches a request', async () => {
    const fail = () => {
      throw new Error('It is broken.');
    };
    for (const options of [
      { random: fail },
      { onFinding: fail, log: fail, onError: fail },
      { document: '/no/such/file' },
    ]) {
      const { monitor } = createMonitor(options);
      const send = await start(monitor, broken);
      const response = await send(listPath);
      expect([response.status, await response.text()]).toEqual([200, broken]);
      await expect.poll(() => monitor.flush().then(() => monitor.counts.errors)).toBeGreaterThan(0);
    }
  });

  test('counts a body that is too large, and does not check it', async () => {
    const { monitor, findings } = createMonitor({ maximumBody: 100 });
    const send = await start(monitor, broken);
    expect(await (await send(listPath)).text()).toBe(broken);
    await settle(monitor, 1);
    expect(findings).toEqual([]);
    expect(monitor.counts).toMatchObject({ checked: 1, tooLarge: 1 });
  });
});
