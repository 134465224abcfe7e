import { findResponse, isObject, isSuccess } from '@giftoin/openapi';
import type { CompleteExchange } from '../model/exchange.ts';
import { findErrorResponse } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';

/** The status codes of gateways whose server does not respond. Those from 520 on are of Cloudflare. */
export function isUnavailable(status: number): boolean {
  return (status >= 502 && status <= 504) || (status >= 520 && status <= 530);
}

/**
 * Whether a response can be one of the API, with or without violations: a success with JSON, or an error in the shape that the
 * document has for errors. Everything else can come from whatever is in front of the API, or in its place.
 */
export function isFromApi(server: Pick<ServerUnderTest, 'contract'>, exchange: CompleteExchange): boolean {
  const { operation, response } = exchange;
  const { status, json } = response;
  if (isUnavailable(status)) return false;
  if (isSuccess(response)) {
    return (startsLikeJson(exchange) && !isOtherJson(server, exchange)) || isAsDocumented(exchange);
  }
  if (status < 400 || !isObject(json)) return false;
  const schema =
    (findResponse(operation, status) ?? findErrorResponse(operation))?.schema ?? findErrorResponse(operation)?.schema;
  if (!schema) return true;
  // An error with violations deep inside is still one of the API.
  return server.contract
    .validate(schema, json)
    .every(({ path, code }) => path !== '' && (path.includes('.') || code !== 'type'));
}

/** Whether a body is JSON, or would be without a defect: a byte order mark, a wrong encoding, a part that is missing. */
function startsLikeJson({ response: { body, json, decodingError, headers } }: CompleteExchange): boolean {
  if (json !== undefined || decodingError) return true;
  const start = body
    .subarray(0, 100)
    .toString()
    .replace(/^[\ufeff\s]+/, '');
  if (start.startsWith('<')) return false;
  const type = headers['content-type']?.join() ?? '';
  return /^[[{"]/.test(start) || start.startsWith('\ufffd') || (/json/i.test(type) && start !== '');
}

/** Whether JSON is of another API: it has another type, or few of the required properties. */
function isOtherJson(
  { contract }: Pick<ServerUnderTest, 'contract'>,
  { operation, response }: CompleteExchange,
): boolean {
  const { status, json } = response;
  const schema = findResponse(operation, status)?.schema;
  if (!schema || json === undefined) return false;
  const listProblems = (value: unknown) => contract.validate(schema, value).filter(({ path }) => path === '');
  const count = (value: unknown) => listProblems(value).filter(({ code }) => code === 'required').length;
  if (listProblems(json).some(({ code }) => code === 'type')) return true;
  return isObject(json) && count(json) > count({}) / 2;
}

/** Whether the document has no body for a success and there is none, or has the type of the body, which is not JSON. */
function isAsDocumented({ operation, response: { status, body, headers } }: CompleteExchange): boolean {
  const documented = findResponse(operation, status);
  if (!documented) return false;
  const { mediaType } = documented;
  if (mediaType === undefined) return body.length === 0;
  return !/json/i.test(mediaType) && headers['content-type']?.join().startsWith(mediaType) === true;
}
