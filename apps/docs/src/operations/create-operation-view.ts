import { STATUS_CODES } from 'node:http';
import { isSuccess, type OpenApiDocument, type Operation, type Parameter, type Response } from '@giftoin/openapi';
import { createOperationAddress } from './addresses.ts';
import { createAnchors } from './create-anchors.ts';
import { createBodyView, createRepeatedBodyView } from './create-body-view.ts';
import { createHeaderView, createParameterView } from './create-parameter-view.ts';
import type { ViewContext } from './create-value-view.ts';
import { describeOperation } from './describe-operation.ts';
import { describeSource } from './describe-source.ts';
import type { BodyView, OperationView, ResponseView } from './operation-view.ts';

const parameterGroups = { path: 'Path parameters', query: 'Query parameters', header: 'Headers' };

/** Creates what the page of an operation shows, from the document alone. */
export function createOperationView(document: OpenApiDocument, operation: Operation): OperationView {
  const { operationId, method, path, summary, description, requestBody } = operation;
  const createAnchor = createAnchors();
  return {
    operationId,
    address: createOperationAddress(operationId),
    title: summary ?? operationId,
    method: method.toUpperCase(),
    path,
    description,
    source: describeSource(operation.source),
    deprecated: operation.deprecated,
    notes: describeOperation(operation),
    apiKeys: operation.apiKeys.map((apiKey) => ({ ...apiKey, source: describeSource(apiKey.source) })),
    precedence: operation.apiKeyHeaders,
    parameters: createParameterGroups(document, operation.parameters, createAnchor),
    requestBody: requestBody && {
      ...createBodyView(
        { document, direction: 'request', createAnchor: (name) => createAnchor(`request-${name}`) },
        requestBody,
      ),
      ...(requestBody.description && { description: requestBody.description }),
      presence: requestBody.required ? 'Required' : 'Optional',
    },
    responses: createResponses(document, operation, createAnchor),
  };
}

function createParameterGroups(
  document: OpenApiDocument,
  parameters: readonly Parameter[],
  createAnchor: (name: string) => string,
): OperationView['parameters'] {
  const anchor = (name: string) => createAnchor(`parameter-${name}`);
  const context: ViewContext = { document, direction: 'request', createAnchor: anchor };
  return Object.entries(parameterGroups).flatMap(([place, title]) => {
    const values = parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => createParameterView(context, parameter));
    return values.length === 0 ? [] : [{ title, values }];
  });
}

/** The responses of the operation. The schema of a body that several have is shown in the first of them. */
function createResponses(
  document: OpenApiDocument,
  { responses, responseRanges }: Operation,
  createAnchor: (name: string) => string,
): ResponseView[] {
  const shown = new Map<string, { readonly title: string; readonly anchor: string }>();
  const all = [
    ...responses.map((response) => ({ ...response, name: String(response.status), isSuccess: isSuccess(response) })),
    ...responseRanges.map((range) => ({ ...range, isSuccess: range.name.startsWith('2') })),
  ];
  return all.map((response) => {
    const { name, isSuccess, description, source, headers } = response;
    const title = createTitle(name);
    const anchor = createAnchor(`status-${name}`);
    // The properties of the first success have the shortest addresses.
    const prefix = shown.size === 0 ? 'property-' : `property-${name}-`;
    const forPart = (part: string): ViewContext => {
      return { document, direction: 'response', createAnchor: (path) => createAnchor(part + path) };
    };
    const body = createResponseBody(forPart(prefix), response, shown, { title, anchor });
    return {
      name,
      title,
      anchor,
      isSuccess,
      description,
      source: describeSource(source),
      headers: headers.map((header) => createHeaderView(forPart(`${anchor}-header-`), header)),
      body,
    };
  });
}

function createResponseBody(
  context: ViewContext,
  { mediaType, schema, namedExamples }: Omit<Response, 'status'>,
  shown: Map<string, { readonly title: string; readonly anchor: string }>,
  place: { readonly title: string; readonly anchor: string },
): BodyView | undefined {
  if (mediaType === undefined) return undefined;
  const body = { mediaType, schema: schema ?? {}, namedExamples };
  const key = JSON.stringify(schema);
  const earlier = shown.get(key);
  if (earlier) return createRepeatedBodyView(context, body, earlier);
  shown.set(key, place);
  return createBodyView(context, body);
}

function createTitle(name: string): string {
  if (name === 'default') return 'Any other status code';
  if (/^\dXX$/i.test(name)) return `Any other ${name} status code`;
  return `${name} ${STATUS_CODES[name] ?? ''}`.trim();
}
