import type { Violation } from '@giftoin/protocol';

/** A JSON Schema. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What the server has to know of an operation. `@giftoin/openapi` reads it from a document. */
export interface Operation {
  readonly operationId: string;
  /** The HTTP method, in upper or lower case. */
  readonly method: string;
  /** The path template, for example `/users/{platform}` or `/cards/{cardId}.png`. */
  readonly path: string;
  readonly parameters: readonly OperationParameter[];
  /** The headers that can carry the API key, in their order of precedence. Empty if the operation needs no key. */
  readonly apiKeyHeaders: readonly string[];
  /** The JSON body. Undefined if the operation takes none. */
  readonly requestBody?: OperationRequestBody | undefined;
  /** The documented responses. Default: 200 with a JSON body. */
  readonly responses?: readonly OperationResponse[] | undefined;
}

export interface OperationParameter {
  readonly name: string;
  /** `path`, `query` or `header`. */
  readonly in: string;
  readonly required: boolean;
  /** The schema, without references. */
  readonly schema: JsonSchema;
  /** The JSON types of the value, or of the items of an array. Default: the `type` of the schema. */
  readonly types?: readonly string[] | undefined;
  /** Default: whether the `type` of the schema is `array`. */
  readonly isArray?: boolean | undefined;
  /** Separates the items of an array. Default: in a query the name is repeated for each item; elsewhere a comma. */
  readonly separator?: ',' | ' ' | '|' | undefined;
}

export interface OperationRequestBody {
  readonly required: boolean;
  /** `application/json` or another JSON media type. */
  readonly mediaType: string;
  /** The schema. `PipelineOptions.validate` has to resolve its references. */
  readonly schema: JsonSchema;
}

export interface OperationResponse {
  readonly status: number;
  /** The media type of the body. Undefined if there is no body. */
  readonly mediaType?: string | undefined;
  readonly headers?: readonly { readonly name: string }[] | undefined;
}

/** Validates a value against a schema. Returns the violations; none if the value is valid. */
export type ValidateSchema = (schema: JsonSchema, value: unknown) => readonly Violation[];

const defaultResponses: readonly OperationResponse[] = [{ status: 200, mediaType: 'application/json' }];

/** The documented response that a server sends if nothing else is chosen: the success with the lowest status code. */
export function findSuccess({ responses = defaultResponses }: Pick<Operation, 'responses'>): OperationResponse {
  const successes = responses.filter(({ status }) => status >= 200 && status <= 299);
  const [first] = successes.toSorted((a, b) => a.status - b.status);
  return first ?? { status: 204 };
}

/** The status code for a request that violates the document: 400, or 422 if the operation documents only that. */
export function getInvalidStatus({ responses = [] }: Pick<Operation, 'responses'>): 400 | 422 {
  const isDocumented = (status: number) => responses.some((response) => response.status === status);
  return isDocumented(422) && !isDocumented(400) ? 422 : 400;
}
