import {
  createJsonResponse,
  type HandlerContext,
  type OutgoingResponse,
  type ParameterValues,
  RequestError,
} from '@giftoin/http';
import type { OpenApiDocument, Operation, SchemaValidator } from '@giftoin/openapi';
import { makeConsistent } from './make-consistent.ts';
import { type ChosenResponse, chooseResponse, formatApplied } from './prefer.ts';
import { createPrism, type PrismResponse } from './prism.ts';

// Generated values fit their schemas but for a rare one, for example an invalid URI: another attempt corrects that.
const maxAttempts = 10;

/** Creates the handler of every operation: it responds with an example of the document, or with what Prism generates. */
export async function createHandler(document: OpenApiDocument, validate: SchemaValidator) {
  const prism = await createPrism(document);

  return async (
    parameters: ParameterValues,
    { request, operation }: HandlerContext<Operation, unknown>,
  ): Promise<OutgoingResponse> => {
    const chosen = chooseResponse(String(request.headers.prefer ?? ''), operation);
    const { status, response, preference } = chosen;
    const { headers, body } = await createResponse(operation, chosen);
    const applied = formatApplied(preference);
    const all = { ...headers, ...(applied !== undefined && { 'preference-applied': applied }) };
    if (response.mediaType === undefined) return { status, headers: all };
    const current = status >= 400 ? withCurrentTime(body) : withParameters(body, operation, parameters);
    return { ...createJsonResponse(status, current ?? null, all), mediaType: response.mediaType };
  };

  async function createResponse(operation: Operation, chosen: ChosenResponse): Promise<PrismResponse> {
    const { status, response, preference } = chosen;
    const { mediaType, examples } = response;
    const { example, dynamic = false } = preference;
    const [first] = examples.keys();
    const name = example ?? first;
    if (name === undefined || (dynamic && canVary(response))) return generate(operation, chosen, dynamic);
    const { headers } = await prism({ operation, status, mediaType, dynamic: false });
    return { headers, body: examples.get(name) };
  }

  /** Generates fixed values if they conform to the schema, or else random ones. */
  async function generate(
    operation: Operation,
    { status, response }: ChosenResponse,
    dynamic: boolean,
  ): Promise<PrismResponse> {
    const { mediaType, schema = {} } = response;
    let remaining = '';
    for (let attempt = dynamic ? 1 : 0; attempt <= maxAttempts; attempt += 1) {
      const isRandom = attempt > 0 && canVary(response);
      try {
        const generated = await prism({ operation, status, mediaType, dynamic: isRandom });
        if (mediaType === undefined) return generated;
        const { body, violations } = makeConsistent(schema, generated.body ?? null, validate);
        if (violations.length === 0) return { ...generated, body };
        remaining = violations.join('; ');
      } catch (error) {
        // For example, a schema that is too large for fixed values.
        remaining = (error as Error).message;
      }
    }
    throw new RequestError(
      500,
      dynamic
        ? `Prefer: dynamic=true generated no response that conforms to the contract: ${remaining}.`
        : `The document has no example of ${status}, and none could be generated: ${remaining}.`,
    );
  }
}

/** Whether random values can be generated: a body with a schema. */
function canVary({ schema = {} }: ChosenResponse['response']): boolean {
  return Object.keys(schema).length > 0;
}

/** The body with the parameters that it repeats: the ID of the program is the one that was requested. */
function withParameters(body: unknown, { parameters }: Operation, values: ParameterValues): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const returned = parameters.filter(({ name, returnedAs }) => returnedAs !== undefined && name in values);
  return { ...body, ...Object.fromEntries(returned.map(({ name, returnedAs }) => [returnedAs, values[name]])) };
}

/** The body of an error with the current time: the time of its example is in the past. */
function withCurrentTime(body: unknown): unknown {
  const { status } = (body ?? {}) as { readonly status?: { readonly timestamp?: unknown } };
  const hasTime = typeof status?.timestamp === 'number';
  return hasTime ? { ...(body as object), status: { ...status, timestamp: Date.now() } } : body;
}
