import {
  createJsonResponse,
  type HandlerContext,
  type OutgoingResponse,
  type ParameterValues,
  RequestError,
} from '@giftoin/http';
import { createSchemaValidator, type OpenApiDocument, type Operation } from '@giftoin/openapi';
import { fillPath } from '@giftoin/protocol';
import { makeConsistent } from './make-consistent.ts';
import { formatApplied, type Preference, parsePreference } from './prefer.ts';
import { createPrism } from './prism.ts';

// Generated values fit their schemas but for a rare one, for example an invalid URI: another attempt corrects that.
const maxAttempts = 10;

/** Creates the handler of every operation: Prism chooses or generates the response. */
export async function createHandler(document: OpenApiDocument) {
  const prism = await createPrism(document);
  const validate = createSchemaValidator(document);

  async function request(
    parameters: ParameterValues,
    { request: { headers }, operation, query }: HandlerContext<Operation, unknown>,
    preference: Preference,
  ): Promise<Example> {
    const { violations, ...response } = await prism({
      operation,
      path: fillPath(operation.path, (name) => encodeURIComponent(String(parameters[name]))),
      query: parseQuery(query),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      preference,
    });
    // The pipeline has validated the request. What only Prism finds is an error of the request too.
    if (violations.length > 0) throw new RequestError(400, `${violations.join('. ')}.`);
    if (response.status >= 400) return { ...response, body: withCurrentTime(response.body) };
    return { ...response, body: withParameters(response.body, operation, parameters) };
  }

  return async (
    parameters: ParameterValues,
    context: HandlerContext<Operation, unknown>,
  ): Promise<OutgoingResponse> => {
    const { operation } = context;
    const preference = parsePreference(String(context.request.headers.prefer ?? ''), operation);
    const applied = formatApplied(preference);
    const toResponse = ({ status, headers, body }: Example) =>
      createJsonResponse(status, body, { ...headers, ...(applied !== undefined && { 'preference-applied': applied }) });
    if (!preference.dynamic) return toResponse(await request(parameters, context, preference));

    let remaining = '';
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      const example = await request(parameters, context, preference);
      const { schema = {} } = operation.responses.find(({ status }) => status === example.status) ?? {};
      const { body, violations } = makeConsistent(schema, example.body, validate);
      if (violations.length === 0) return toResponse({ ...example, body });
      remaining = violations.join('; ');
    }
    throw new RequestError(
      500,
      `Prefer: dynamic=true generated no response that conforms to the contract: ${remaining}.`,
    );
  };
}

interface Example {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The body with the parameters that it repeats: the ID of the program is the one that was requested. */
function withParameters(body: unknown, { parameters }: Operation, values: ParameterValues): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const returned = parameters.filter(({ name, returnedAs }) => returnedAs !== undefined && name in values);
  return { ...body, ...Object.fromEntries(returned.map(({ name, returnedAs }) => [returnedAs, values[name]])) };
}

/** The body of an error with the current time: the time of its example is in the past. */
function withCurrentTime(body: unknown): unknown {
  const { status } = (body ?? {}) as { readonly status?: object };
  return status ? { ...(body as object), status: { ...status, timestamp: Date.now() } } : body;
}

function parseQuery(query: string): Record<string, string | string[]> {
  const parameters = new URLSearchParams(query);
  const names = [...new Set(parameters.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}
