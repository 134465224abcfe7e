import { type OpenApiDocument, toObject } from './document.ts';
import { listOperations } from './read-model.ts';
import { resolveReference } from './resolve-reference.ts';

/** An error response (4xx or 5xx) of a document. The same status code of several operations is one error. */
export interface DocumentedError {
  readonly status: number;
  /** The operations that document the status code. */
  readonly operationIds: readonly string[];
  /** The description of the first of them. */
  readonly description: string | undefined;
  /** Where the statement comes from (`x-source`). */
  readonly source: string | undefined;
  readonly examples: readonly ErrorExample[];
}

export interface ErrorExample {
  readonly name: string;
  readonly summary: string | undefined;
  /** The response body. */
  readonly value: unknown;
  /** The error code in the response body. `undefined` if it has another format. */
  readonly errorCode: number | undefined;
}

/** Returns the error responses that operations document with a status code, in the order of their status codes. */
export function listErrors(document: OpenApiDocument): DocumentedError[] {
  const errors = new Map<number, DocumentedError>();
  for (const { operationId, path, method, responses } of listOperations(document)) {
    const item = toObject(toObject(document.paths)[path]);
    const places = toObject(toObject({ ...resolveReference(document, item), ...item }[method]).responses);
    for (const { status, description } of responses.filter((response) => response.status >= 400)) {
      const response = resolveReference(document, places[status]);
      const { operationIds = [], examples = [], ...first } = errors.get(status) ?? {};
      const added = listExamples(document, response).filter(({ name }) => !examples.some((each) => each.name === name));
      const source = response['x-source'];
      errors.set(status, {
        status,
        description,
        source: typeof source === 'string' ? source : undefined,
        ...first,
        operationIds: [...operationIds, operationId],
        examples: [...examples, ...added],
      });
    }
  }
  return [...errors.values()].sort((a, b) => a.status - b.status);
}

/**
 * Returns the codes that have a page in the docs: the error codes of a status code that has several, and then all status
 * codes. A client looks up an error code first, because it says more.
 */
export function listErrorPages(document: OpenApiDocument): number[] {
  const codes = listErrors(document).map(({ examples }) => new Set(examples.map(({ errorCode }) => errorCode)));
  const own = codes.filter(({ size }) => size > 1).flatMap((several) => [...several]);
  const statuses = listErrors(document).map(({ status }) => status);
  const isOwn = (code: number | undefined): code is number => code !== undefined && !statuses.includes(code);
  return [...new Set([...own.filter(isOwn), ...statuses])];
}

function listExamples(document: OpenApiDocument, response: unknown): ErrorExample[] {
  const mediaTypes = Object.values(toObject(toObject(response).content));
  const examples = mediaTypes.flatMap((mediaType) => Object.entries(toObject(toObject(mediaType).examples)));
  return examples.map(([name, example]) => {
    const { value, summary } = resolveReference(document, example);
    const { errorCode } = toObject(toObject(value).status);
    return {
      name,
      summary: typeof summary === 'string' ? summary : undefined,
      value,
      errorCode: typeof errorCode === 'number' ? errorCode : undefined,
    };
  });
}
