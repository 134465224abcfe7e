import type { IncomingMessage } from 'node:http';
import { RequestError } from '../store/index.ts';

/** The most that a body may have, in bytes: a world of many users is long. */
const longestBody = 64 * 1024 * 1024;

/** @throws {RequestError} where the body is no JSON, or too long */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > longestBody) throw new RequestError(400, `The body is longer than ${longestBody / 1024 / 1024} MiB.`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RequestError(400, `The body is not valid JSON: ${(error as Error).message}.`);
  }
}
