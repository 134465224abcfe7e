// A server that is measured: `node server.ts FRAMEWORK SAMPLING`. Without a sampling, nothing is checked.
import { createServer, type RequestListener } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import {
  createExpressMiddleware,
  createFastifyPlugin,
  createHonoMiddleware,
  createTrafficMonitor,
} from '../src/middleware.ts';
import { createBody } from './create-body.ts';

const [, , framework = '', sampling = ''] = process.argv;
const body = createBody();
const monitor = sampling === '' ? undefined : createTrafficMonitor({ sampling: Number(sampling) });
await monitor?.flush();

/** Takes as long as a query of a database. */
const query = () => wait(2);
const json = { 'content-type': 'application/json' };

if (framework === 'express') {
  const app = express();
  if (monitor) app.use(createExpressMiddleware(monitor));
  app.get('/*path', async (_, response) => {
    await query();
    response.set(json).send(body);
  });
  listen(app);
} else if (framework === 'fastify') {
  const app = fastify();
  if (monitor) await app.register(createFastifyPlugin(monitor));
  app.get('/*', async (_, reply) => {
    await query();
    return reply.headers(json).send(body);
  });
  await app.ready();
  listen((request, response) => app.routing(request, response));
} else {
  const app = new Hono();
  if (monitor) app.use(createHonoMiddleware(monitor));
  app.get('/*', async (context) => {
    await query();
    return context.body(body, 200, json);
  });
  listen(async (request, response) => {
    const sent = await app.request(`http://127.0.0.1${request.url}`);
    response.writeHead(sent.status, Object.fromEntries(sent.headers)).end(await sent.text());
  });
}

function listen(listener: RequestListener): void {
  const server = createServer(listener).listen(0, '127.0.0.1', () => process.send?.(server.address()));
}

process.on('message', () => process.send?.(monitor?.counts ?? {}));
