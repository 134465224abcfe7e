import {
  findResponse,
  isSuccess,
  type JsonObject,
  type Operation,
  type Parameter,
  type Response,
} from '@giftoin/openapi';

/** The methods of operations that change data. */
const writingMethods: readonly string[] = ['post', 'put', 'patch', 'delete'];

/** Whether an operation reads data. Requests of such an operation change nothing. */
export function isRead({ method }: Operation): boolean {
  return method === 'get';
}

/** Whether an operation changes data. */
export function isWrite({ method }: Operation): boolean {
  return writingMethods.includes(method);
}

export function listPathParameters({ parameters }: Operation): readonly Parameter[] {
  return parameters.filter(({ in: place }) => place === 'path');
}

/** The parameters that are not in the path: in the query string, or in headers. */
export function listOtherParameters({ parameters }: Operation): readonly Parameter[] {
  return parameters.filter(({ in: place }) => place !== 'path');
}

/** The path parameter that names the requested resource; undefined if there is none. */
export function findNamingParameter(operation: Operation): Parameter | undefined {
  return listPathParameters(operation).find(({ returnedAs }) => returnedAs !== undefined);
}

/**
 * Whether a path parameter names the user. Every well-formed user is accepted, known or not, unlike the resources that other
 * parameters name.
 */
export function isUserParameter(name: string): boolean {
  return name === 'platform' || name === 'platformUserId';
}

/**
 * The place of a path parameter: the path up to it, for example `/boards/{boardId}`. Parameters in the same place have the
 * same values. A parameter with the same name in another place can mean something else.
 */
export function toPlace({ path }: Operation, name: string): string {
  return path.slice(0, path.indexOf(`{${name}}`) + name.length + 2);
}

/** The status codes of the documented successes. */
export function listSuccesses({ responses }: Operation): number[] {
  return responses.filter(isSuccess).map(({ status }) => status);
}

/** The documented error status codes among some. Those that only a range documents count if no other one is documented. */
export function listDocumented(operation: Operation, statuses: readonly number[]): number[] {
  const exact = statuses.filter((status) => operation.responses.some((response) => response.status === status));
  return exact.length > 0 ? exact : statuses.filter((status) => findResponse(operation, status));
}

/** The status codes of an error in a parameter or body; none if the document has none. */
export function listMalformedStatuses(operation: Operation, place: string): number[] {
  const statuses = listDocumented(operation, [400, 422]);
  // A range does not say that every malformed path leads to 400: a router can return 404.
  const isExact = operation.responses.some(({ status }) => statuses.includes(status));
  return place === 'path' && !isExact && statuses.length > 0 ? [...statuses, 404] : statuses;
}

/** The status codes of a missing or unknown API key. */
export function listUnauthorizedStatuses(operation: Operation): number[] {
  const [status] = [401, 403].filter((each) => operation.responses.some((response) => response.status === each));
  return status === undefined ? [401, 403] : [status];
}

/** The response that describes an error with a status code that the document does not have: the first one of an error. */
export function findErrorResponse({ responses, responseRanges }: Operation): Omit<Response, 'status'> | undefined {
  const errors = [...responses.filter(({ status }) => status >= 400), ...responseRanges.filter(({ to }) => to >= 400)];
  return errors.find(({ schema }) => schema);
}

/** The name of a schema of the document, for example `ErrorBody`; undefined if it has none. */
export function parseSchemaName(schema: JsonObject | undefined): string | undefined {
  return typeof schema?.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
}

/** The operation that returns 200 with a schema of this name; undefined if there is none. */
export function findOperationReturning(operations: readonly Operation[], name: string): Operation | undefined {
  return operations.find((operation) => parseSchemaName(findResponse(operation, 200)?.schema) === name);
}
