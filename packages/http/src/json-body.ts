import { RequestError } from './request-error.ts';

/**
 * Reads the JSON body of a request. An empty body is an empty object.
 *
 * @param maxSize the largest size, in bytes
 * @throws {RequestError} 400 if the body is larger, or is not JSON
 */
export async function readJsonBody(request: AsyncIterable<Buffer>, maxSize: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxSize) throw new RequestError(400, `The body is larger than ${maxSize / 1024 / 1024} MiB.`);
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
