import type { OpenApiDocument, Operation } from '@giftoin/openapi';
import { createInstance, getHttpOperationsFromSpec, type IHttpConfig } from '@stoplight/prism-http';
import type { Preference } from './prefer.ts';

/** What Prism makes of a request. */
export interface PrismAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Why the request does not fit the document, a sentence each; Prism then answers with the error for that. */
  readonly violations: readonly string[];
}

export interface PrismRequest {
  readonly operation: Operation;
  /** The path, percent-encoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly preference: Preference;
}

/** Prism on a document: it validates the request and picks or generates the answer. */
export async function prismOf(document: OpenApiDocument): Promise<(request: PrismRequest) => Promise<PrismAnswer>> {
  const resources = await getHttpOperationsFromSpec(document);
  const prism = createInstance(configOf({}), { logger: silent });

  return async ({ operation, path, query, headers, preference }) => {
    const method = operation.method as 'get';
    // Prism would negotiate on Accept and refuse with 406, and judge the type of a body that a GET does not have; by
    // contract every answer is JSON, and no request has a body.
    const { accept: _, 'content-type': __, 'content-length': ___, 'transfer-encoding': ____, ...accepted } = headers;
    const result = await prism.request(
      { method, url: { path, query }, headers: accepted },
      resources,
      configOf(preference),
    )();
    if (result._tag === 'Left') throw result.left;
    const { output, validations } = result.right;
    const names = Object.entries(output.headers ?? {}).filter(([name]) => name.toLowerCase() !== 'content-type');
    return {
      status: output.statusCode,
      headers: Object.fromEntries(names.map(([name, value]) => [name, String(value)])),
      body: output.body,
      violations: validations.input.map(({ message }) => message),
    };
  };
}

function configOf({ code, example, dynamic = false }: Preference): IHttpConfig {
  return {
    isProxy: false,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic, ...(code !== undefined && { code }), ...(example !== undefined && { exampleKey: example }) },
  };
}

type Logger = Parameters<typeof createInstance>[1]['logger'];
const nothing = () => {};
// Prism logs what it negotiates, headers and so the key included. What goes wrong reaches us as a value.
const silent = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  success: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  child: () => silent,
} as unknown as Logger;
