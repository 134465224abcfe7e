import { expect, test } from 'vitest';
import { StoreUnavailableError } from '../src/database/engine.ts';
import { createTlsFallback } from '../src/database/postgres-tls.ts';
import type { Tls } from '../src/database/postgres-url.ts';

const tls: Tls = { rejectUnauthorized: false };

function createRefusal(message: string, code?: string): StoreUnavailableError {
  return new StoreUnavailableError(message, { cause: Object.assign(new Error(message), code && { code }) });
}

/** Connects with each setting as a list of outcomes says, and records the settings. */
function createServer(outcomes: (Error | undefined)[]) {
  const tried: boolean[] = [];
  const connect = createTlsFallback([tls, false], async (setting) => {
    tried.push(setting !== false);
    const error = outcomes.shift();
    if (error) throw error;
  });
  return { connect, tried };
}

test('uses the other setting if the server refuses the first one, and starts with it from then on', async () => {
  const { connect, tried } = createServer([createRefusal('The server does not support SSL connections')]);
  await connect();
  await connect();
  expect(tried).toEqual([true, false, false]);
});

test('does not give up TLS if the connection is lost, or the server does not respond', async () => {
  const lost = createRefusal(
    'Client network socket disconnected before secure TLS connection was established',
    'ECONNRESET',
  );
  const { connect, tried } = createServer([lost, createRefusal('PostgreSQL did not respond within 5 s')]);
  await expect(connect()).rejects.toBe(lost);
  await expect(connect()).rejects.toThrow('did not respond');
  await connect();
  expect(tried).toEqual([true, true, true]);
});

test('does not give up TLS if the other setting does not work either', async () => {
  const refusal = createRefusal('pooler is shut down', '08P01');
  const { connect, tried } = createServer([refusal, createRefusal('no pg_hba.conf entry', '28000')]);
  await expect(connect()).rejects.toThrow('no pg_hba.conf entry');
  await connect();
  expect(tried).toEqual([true, false, true]);
});
