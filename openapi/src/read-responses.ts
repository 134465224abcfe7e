import { isObject, toObject, toText } from './document.ts';
import type { Operation, Response, ResponseHeader, ResponseRange } from './model.ts';
import type { PlaceReader } from './place-reader.ts';
import { readContent, readExamples } from './read-content.ts';

/** Reads the responses of an operation. */
export function readResponses(
  reader: PlaceReader,
  value: unknown,
): { readonly responses: Response[]; readonly responseRanges: ResponseRange[] } {
  const responses: Response[] = [];
  const responseRanges: ResponseRange[] = [];
  for (const [name, item] of Object.entries(toObject(value))) {
    if (name.startsWith('x-')) continue;
    const part = readResponse(reader.at(`response ${name}`), item);
    const range = parseRange(name);
    if (/^[1-5]\d\d$/.test(name)) responses.push({ status: Number(name), ...part });
    else if (range) responseRanges.push({ name, ...range, ...part });
    else {
      reader.refuse(
        `The response ${JSON.stringify(name)} is not a status code. Use three digits, for example "200", or "default".`,
      );
    }
  }
  // A range names no status code to send. A server that has to choose one sends 200.
  const success = responseRanges.find(({ name }) => name.startsWith('2'));
  if (success && !responses.some(isSuccess)) {
    const { name: _, from: __, to: ___, ...part } = success;
    responses.unshift({ status: 200, ...part });
  }
  if (!responses.some(isSuccess)) {
    reader.refuse('No response has a status code from 200 to 299. Document the response of a success.');
  }
  return { responses, responseRanges };
}

/** Returns whether a response is a success (2xx). */
export function isSuccess({ status }: { readonly status: number }): boolean {
  return status >= 200 && status <= 299;
}

/**
 * Returns the response that an operation documents for a status code: its own, or the one of the narrowest range. `default`
 * is no success, because an operation documents its successes.
 */
export function findResponse(
  { responses, responseRanges }: Pick<Operation, 'responses' | 'responseRanges'>,
  status: number,
): Omit<Response, 'status'> | undefined {
  const exact = responses.find((response) => response.status === status);
  if (exact) return exact;
  const ranges = responseRanges.filter(({ from, to }) => from <= status && status <= to);
  const range = ranges.find(({ name }) => name !== 'default') ?? ranges[0];
  return range?.name === 'default' && isSuccess({ status }) ? undefined : range;
}

function readResponse(reader: PlaceReader, value: unknown): Omit<Response, 'status'> {
  const response = reader.resolve(value);
  const headers = Object.entries(toObject(response.headers)).map(([name, header]) => {
    return readHeader(reader.at(`header ${name}`), name, header);
  });
  return {
    ...readContent(reader, response.content),
    headers,
    requiredHeaders: headers.filter(({ required }) => required).map(({ name }) => name),
    description: toText(response.description),
    source: toText(response['x-source']),
  };
}

function readHeader(reader: PlaceReader, name: string, value: unknown): ResponseHeader {
  const header = reader.resolve(value);
  if (header.content !== undefined) reader.refuse('A header with `content` is not supported. Use `schema`.');
  const schema = isObject(header.schema) ? reader.inline(header.schema) : {};
  return {
    name,
    required: header.required === true,
    schema,
    example: readExamples(reader, header)[0]?.value,
    description: toText(header.description),
    source: toText(header['x-source'] ?? schema['x-source']),
  };
}

function parseRange(name: string): { readonly from: number; readonly to: number } | undefined {
  if (name === 'default') return { from: 100, to: 599 };
  if (!/^[1-5]XX$/i.test(name)) return undefined;
  const from = Number(name.charAt(0)) * 100;
  return { from, to: from + 99 };
}
