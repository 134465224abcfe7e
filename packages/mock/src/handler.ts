import { createRouter, decodePathParameters, formatAllow, parseTarget } from '@giftoin/http';
import { createSchemaValidator, listOperations, type OpenApiDocument, type Operation } from '@giftoin/openapi';
import { type Answer, errorAnswer, errorNow } from './answer.ts';
import { coherent } from './dynamic.ts';
import { refusedKey } from './key.ts';
import { appliedOf, preferenceOf } from './prefer.ts';
import { prismOf } from './prism.ts';

/** A request, as far as the mock looks at it. Header names are in lower case. */
export interface MockRequest {
  readonly method: string;
  /** The request target as it was sent: path and query, not decoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
}

// Generated values fit their schemas but for a stray one, such as a URI that is none: another attempt mends it.
const attempts = 10;

/**
 * The mock without its socket: from a request to an answer, in the contract's order of checks.
 *
 * @param keys the API keys that are known; any key will do where none are given
 */
export async function handlerOf(
  document: OpenApiDocument,
  keys?: readonly string[],
): Promise<(request: MockRequest) => Promise<Answer>> {
  const routeTo = createRouter(listOperations(document));
  const prism = await prismOf(document);
  const check = createSchemaValidator(document);

  return async ({ method, target, headers }) => {
    const { path, query } = parseTarget(target);
    const route = routeTo(path);
    if (!route) return errorAnswer(404, 'There is no such path.');
    const operation = route.operations.get(method === 'HEAD' ? 'get' : method.toLowerCase());
    if (!operation) {
      const allow = formatAllow(route);
      return { ...errorAnswer(405, `This path allows ${allow}.`), headers: { allow } };
    }
    const refused = refusedKey(operation, headers, keys);
    if (refused) return refused;
    const parameters = decodePathParameters(route);
    if (typeof parameters === 'string') return errorAnswer(400, parameters);

    const preference = preferenceOf(headers.prefer ?? '', operation);
    const ask = async (): Promise<Answer> => {
      const { violations, ...answer } = await prism({
        operation,
        path: operation.path.replaceAll(/\{(.+?)\}/g, (_, name) => encodeURIComponent(parameters.get(name) ?? '')),
        query: queryOf(query),
        headers,
        // A preference that cannot be met counts after the parameters, which Prism checks whatever is preferred.
        preference: typeof preference === 'string' ? {} : preference,
      });
      if (violations.length > 0) return errorAnswer(answer.status, `${violations.join('. ')}.`);
      if (typeof preference === 'string') return errorAnswer(400, preference);
      const applied = appliedOf(preference);
      const named = { ...answer, headers: { ...answer.headers, ...(applied && { 'preference-applied': applied }) } };
      return answer.status < 400 ? { ...named, body: withOwn(answer.body, operation, parameters) } : errorNow(named);
    };
    if (typeof preference === 'string' || !preference.dynamic) return ask();

    let broken = '';
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const answer = await ask();
      const response = operation.responses.find(({ status }) => status === answer.status);
      const { body, findings } = coherent(response?.schema ?? {}, answer.body, check);
      if (findings.length === 0) return { ...answer, body };
      broken = findings.join('; ');
    }
    return errorAnswer(500, `Prefer: dynamic=true made no answer that keeps the contract: ${broken}.`);
  };
}

/** The body with the parameters that it repeats: the program that is asked for is the one that is answered. */
function withOwn(body: unknown, { parameters }: Operation, values: ReadonlyMap<string, string>): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const returned = parameters.filter(({ name, returnedAs }) => returnedAs !== undefined && values.has(name));
  return { ...body, ...Object.fromEntries(returned.map(({ name, returnedAs }) => [returnedAs, values.get(name)])) };
}

function queryOf(search: string): Record<string, string | string[]> {
  const query = new URLSearchParams(search);
  const names = [...new Set(query.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = query.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}
