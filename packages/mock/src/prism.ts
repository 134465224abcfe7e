import { validateHeaderValue } from 'node:http';
import type { OpenApiDocument, Operation } from '@giftoin/openapi';
import { createInstance, getHttpOperationsFromSpec, type IHttpConfig } from '@stoplight/prism-http';

/** The response to generate. */
export interface PrismRequest {
  readonly operation: Operation;
  readonly status: number;
  /** The media type of the documented response. Undefined if it has no body. */
  readonly mediaType: string | undefined;
  /** Whether to generate random values. Default: the example of the document, or fixed values for the schema. */
  readonly dynamic: boolean;
}

export interface PrismResponse {
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined if the response has no body, or a body without a schema and an example. */
  readonly body: unknown;
}

/**
 * Creates a Prism on a document, which generates responses. The pipeline has validated the request, so Prism does not: the two
 * would disagree about what is valid.
 */
export async function createPrism(
  document: OpenApiDocument,
): Promise<(request: PrismRequest) => Promise<PrismResponse>> {
  // A copy: Prism replaces the references in it, with circular objects for a schema that contains itself.
  const resources = await getHttpOperationsFromSpec(structuredClone(document));
  const prism = createInstance(createConfig(false), {
    logger: silent,
    // Each request has one resource.
    route: ({ resources: [resource] }) =>
      resource ? { _tag: 'Right', right: resource } : { _tag: 'Left', left: new Error('There is no resource') },
  });

  return async ({ operation, status, mediaType, dynamic }) => {
    const resource = resources.find(({ method, path }) => method === operation.method && path === operation.path);
    const documented = resource && findDocumented(resource.responses, status);
    if (!documented) throw new Error(`Prism has no response ${status} of ${operation.operationId}`);
    const contents = documented.contents?.filter((content) => content.mediaType === mediaType) ?? [];
    // The one response that Prism can choose. Without the callbacks: Prism would send their requests.
    const { callbacks: _, ...only } = { ...resource, responses: [{ ...documented, code: String(status), contents }] };
    const method = operation.method as 'get';
    const result = await prism.request({ method, url: { path: operation.path } }, [only], createConfig(dynamic))();
    if (result._tag === 'Left') throw result.left;
    const { headers = {}, body } = result.right.output;
    return { headers: selectHeaders(headers), body };
  };
}

type Resource = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** The response of a status code: its own, or the one of the narrowest range. */
function findDocumented(responses: Resource['responses'], status: number): Resource['responses'][number] | undefined {
  const names = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  const found = names.map((name) => responses.find(({ code }) => code.toUpperCase() === name.toUpperCase()));
  return found.find((response) => response !== undefined);
}

/** Without the content type, which the server sends, and without what Prism cannot generate or HTTP cannot contain. */
function selectHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const selected = Object.entries(headers).filter(([name, value]) => {
    return name.toLowerCase() !== 'content-type' && value !== null && isHeaderValue(name, String(value));
  });
  return Object.fromEntries(selected.map(([name, value]) => [name, String(value)]));
}

function isHeaderValue(name: string, value: string): boolean {
  try {
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

function createConfig(dynamic: boolean): IHttpConfig {
  return {
    isProxy: false,
    checkSecurity: false,
    validateRequest: false,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic },
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
