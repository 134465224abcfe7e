import { formatViolations } from './format-violations.ts';
import type { IncomingHeaders, IncomingRequest } from './incoming-request.ts';
import { getInvalidStatus, type JsonSchema, type Operation, type ValidateSchema } from './operation.ts';
import { type JsonResult, parseJson } from './parse-json.ts';
import { prepareSchema } from './prepare-schema.ts';
import { RequestError } from './request-error.ts';

/** Reads and validates the body of a request. Returns undefined if there is none, or if the operation takes none. */
export type BodyReader = (request: IncomingRequest) => Promise<unknown>;

/** How to process large bodies without holding the event loop. */
export interface LargeBodies {
  parse(bytes: Uint8Array): Promise<JsonResult>;
  /** Default: the validator of small bodies. */
  validate?: ((schema: JsonSchema, value: unknown) => Promise<ReturnType<ValidateSchema>>) | undefined;
}

/** The size from which a body is large, in bytes. */
const largeSize = 65_536;

/**
 * Creates the reader of the JSON body of an operation. It throws a `RequestError` if the body is too large (413), has another
 * media type (415), or is missing, malformed or invalid (400, or 422 if the operation documents only that).
 *
 * @param maxSize the largest size, in bytes
 * @param large Default: as small bodies.
 * @throws {Error} if the operation has a body that is not supported
 */
export function createBodyReader(
  operation: Operation,
  validate: ValidateSchema,
  maxSize: number,
  large?: LargeBodies,
): BodyReader {
  const { operationId, method, requestBody } = operation;
  if (!requestBody) return async () => undefined;
  const { required, schema } = requestBody;
  const mediaType = toEssence(requestBody.mediaType);
  if (!/[/+]json$/.test(mediaType)) {
    throw new Error(`${operationId}: the request body is ${requestBody.mediaType}, which is not supported. Use JSON.`);
  }
  if (['GET', 'HEAD', 'TRACE'].includes(method.toUpperCase())) {
    throw new Error(`${operationId}: a ${method.toUpperCase()} request cannot have a body.`);
  }
  prepareSchema(validate, schema, `${operationId}: the request body`);
  const invalid = (message: string) => new RequestError(getInvalidStatus(operation), message);

  return async (request) => {
    const bytes = hasBody(request) ? await readBytes(request, mediaType, maxSize) : emptyBody;
    if (bytes.length === 0) {
      if (required) throw invalid('The body is missing.');
      return undefined;
    }
    const isLarge = bytes.length > largeSize;
    const { value, problem } = isLarge && large ? await large.parse(bytes) : parseJson(bytes);
    if (problem !== undefined) throw invalid(`The body ${problem}.`);
    const violations = isLarge && large?.validate ? await large.validate(schema, value) : validate(schema, value);
    if (violations.length > 0) throw invalid(`The body is invalid: ${formatViolations(violations)}.`);
    return value;
  };
}

const emptyBody = new Uint8Array();

function hasBody({ headers }: IncomingRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

async function readBytes(request: IncomingRequest, mediaType: string, maxSize: number): Promise<Uint8Array> {
  const contentType = readHeader(request.headers, 'content-type') ?? mediaType;
  const encoding = readHeader(request.headers, 'content-encoding') ?? 'identity';
  if (toEssence(contentType) !== mediaType || !isUtf8(contentType)) {
    throw new RequestError(415, `The body has another media type. Send the header "content-type: ${mediaType}".`);
  }
  if (encoding.toLowerCase() !== 'identity') {
    throw new RequestError(415, 'The body is compressed. Send it without a content-encoding.');
  }
  const tooLarge = new RequestError(413, `The body is larger than ${formatSize(maxSize)}.`);
  if (Number(request.headers['content-length']) > maxSize) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.readBody()) {
      size += chunk.length;
      if (size > maxSize) throw tooLarge;
      chunks.push(chunk);
    }
  } catch (error) {
    if (error === tooLarge) throw error;
    throw new RequestError(400, 'The body is incomplete.');
  }
  return concatenate(chunks, size);
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first = emptyBody] = chunks;
  if (chunks.length <= 1) return first;
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function readHeader(headers: IncomingHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'object' ? value.join(',') : value;
}

/** A media type without its parameters. */
function toEssence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** JSON is UTF-8. Other parameters than `charset` do not matter. */
function isUtf8(contentType: string): boolean {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType) ?? [];
  return ['utf-8', 'utf8', 'us-ascii'].includes(charset.toLowerCase());
}

function formatSize(bytes: number): string {
  const mebibytes = bytes / 1024 / 1024;
  return mebibytes >= 1 ? `${mebibytes} MiB` : `${bytes} bytes`;
}
