import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { key, startFixtureServer } from './fixture-server.ts';

const folder = await mkdtemp(join(tmpdir(), 'giftoin-traffic-'));
afterAll(() => rm(folder, { recursive: true }));

/** Writes a file and returns its path. Objects are written as lines of a log. */
export async function writeRecording(name: string, content: string | Uint8Array | readonly object[]): Promise<string> {
  const file = join(folder, name);
  const isLines = Array.isArray(content);
  await writeFile(file, isLines ? content.map((line) => `${JSON.stringify(line)}\n`).join('') : (content as string));
  return file;
}

export const origin = 'https://staging.example.com';
export const listPath = '/api/v1/users/discord/123456789012345678/progress/collection-challenges';

/** A response of the sandbox, with the request that led to it. */
export interface Recorded {
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends an ordinary request to the sandbox. */
export async function record(path: string): Promise<Recorded> {
  await using server = await startFixtureServer();
  const response = await fetch(server.url + path, { headers: { 'x-gft-api-key': key } });
  return { path, status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

export interface HarOptions {
  readonly url?: string;
  readonly content?: Readonly<Record<string, unknown>>;
  readonly response?: Readonly<Record<string, unknown>>;
  readonly requestHeaders?: readonly object[];
}

/** An entry of a HAR file, as browsers write it. */
export function toHarEntry({ path, status, headers, body }: Recorded, options: HarOptions = {}): object {
  const { url = origin + path, content, response, requestHeaders = [] } = options;
  const list = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return {
    startedDateTime: '2026-11-28T10:00:00.000Z',
    time: 12,
    request: {
      method: 'GET',
      url,
      httpVersion: 'http/2.0',
      headers: [{ name: ':method', value: 'GET' }, { name: 'x-gft-api-key', value: key }, ...requestHeaders],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'http/2.0',
      headers: [{ name: ':status', value: `${status}` }, ...list],
      cookies: [],
      content: content ?? { size: Buffer.byteLength(body), mimeType: 'application/json', text: body },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      ...response,
    },
    cache: {},
    timings: { send: 0, wait: 1, receive: 1 },
  };
}

export function toHar(entries: readonly object[]): string {
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, pages: [], entries } });
}

export function toLogLine({ path, status, headers, body }: Recorded, url = origin + path): object {
  return { request: { method: 'GET', url, headers: { 'x-gft-api-key': key } }, response: { status, headers, body } };
}

/** Changes the body of a recorded response, and keeps the rest. */
export function changeBody(recorded: Recorded, change: (body: string) => string): Recorded {
  return { ...recorded, body: change(recorded.body) };
}
