import type { OpenApiDocument, Operation } from '@giftoin/openapi';
import { createInstance, getHttpOperationsFromSpec, type IHttpConfig } from '@stoplight/prism-http';
import type { Preference } from './prefer.ts';

/** How Prism responds to a request. */
export interface PrismResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Why the request violates the document, a sentence each. Prism then responds with the error for that. */
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

/** Creates a Prism on a document. It validates the request, and chooses or generates the response. */
export async function createPrism(
  document: OpenApiDocument,
): Promise<(request: PrismRequest) => Promise<PrismResponse>> {
  const resources = await getHttpOperationsFromSpec(document);
  const prism = createInstance(createConfig({}), { logger: silent });

  return async ({ operation, path, query, headers, preference }) => {
    const method = operation.method as 'get';
    // Prism would refuse with 406 after content negotiation, and validate the body type of a GET. By the contract every
    // response is JSON, and no request has a body.
    const { accept: _, 'content-type': __, 'content-length': ___, 'transfer-encoding': ____, ...accepted } = headers;
    const result = await prism.request(
      { method, url: { path, query }, headers: accepted },
      resources,
      createConfig(preference),
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

function createConfig({ code, example, dynamic = false }: Preference): IHttpConfig {
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
// Prism logs the headers, and so the API key. Its errors are values that the caller gets.
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
