import { isObject, type Operation } from '@giftoin/openapi';
import type { CompleteExchange, ReceivedResponse } from '../model/exchange.ts';
import { listSuccesses, listUnauthorizedStatuses } from '../model/operations.ts';
import { isNormalizedByProxy, isProxyError } from '../model/proxy-responses.ts';
import type { RequirementId } from '../model/requirements.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../model/suite-violation.ts';
import { causesOfAny, crashCauses, trailingSlash } from './cause-kinds.ts';

/** The status code that a request must lead to. */
export interface ExpectedStatus {
  /** One status code, or several if the contract leaves the choice. */
  readonly status: number | readonly number[];
  readonly errorCode?: number | undefined;
}

/** A success that the document has. */
export function createSuccess(operation: Operation): ExpectedStatus {
  return { status: listSuccesses(operation) };
}

/** The error of a missing or an unknown key. Other APIs than the Giftoin API have no error code. */
export function createUnauthorized(
  { contract }: ServerUnderTest,
  operation: Operation,
  key: 'missing' | 'unknown',
): ExpectedStatus {
  const status = listUnauthorizedStatuses(operation);
  return contract.hasErrorCodes(operation) ? { status, errorCode: key === 'missing' ? 1002 : 1001 } : { status };
}

/** Formats an expected status code for a title. */
export function formatExpected({ status, errorCode }: ExpectedStatus): string {
  const statuses = [status].flat().join(' or ');
  return errorCode === undefined ? statuses : `${statuses} and error code ${errorCode}`;
}

/** What a request is about. */
export interface Situation {
  readonly requirement: RequirementId;
  /** Completes "If …", for example `the key is in gft-api-key`. */
  readonly when: string;
  readonly likelyCause?: string | readonly string[] | undefined;
}

/** Finds a status code or error code that is not the expected one. */
export function findStatusViolations(
  server: ServerUnderTest,
  exchange: CompleteExchange,
  { status: expectedStatus, errorCode: expectedErrorCode }: ExpectedStatus,
  { requirement, when, likelyCause }: Situation,
): SuiteViolation[] {
  const { response, request } = exchange;
  const { status } = response;
  const statuses = [expectedStatus].flat();
  const errorCode = expectedErrorCode === undefined ? undefined : readErrorCode(response);
  if (statuses.includes(status) && errorCode === expectedErrorCode) return [];
  if (isProxyError(server, exchange) || isNormalizedByProxy(server, exchange)) return [];
  const expected = formatStatus(statuses.join(' or '), expectedErrorCode);
  const violation = {
    path: '',
    message: `If ${when}, the response is ${formatStatus(status, errorCode)}. Expected ${expected}.`,
    expected: request.mayBeRejected && !server.isDirect ? `${expected}, or another 4xx of a proxy` : expected,
    likelyCause: findPossibleCauses(likelyCause, status, statuses),
  };
  // A server error is one finding, regardless of what was expected.
  if (status >= 500) {
    const values = { status };
    return [createViolation(server, { ...violation, requirement: '10-no-server-error', code: 'server-error', values })];
  }
  const values = {
    status,
    errorCode,
    expectedStatus: statuses.length === 1 ? statuses[0] : statuses,
    expectedErrorCode,
  };
  return [createViolation(server, { ...violation, requirement, code: 'unexpected-status', values })];
}

/** Formats expected status codes, to compare them. */
export function formatExpectedStatus({ status, errorCode }: ExpectedStatus): string {
  return formatStatus([status].flat().join(' or '), errorCode);
}

/**
 * Finds the causes that a status code does not exclude. A server that rejects a request with another 4xx has not accepted it, and
 * a crash is not an acceptance either. A 404 says that a malformed ID was looked up.
 */
function findPossibleCauses(
  causes: string | readonly string[] | undefined,
  status: number,
  expected: readonly number[],
): readonly string[] {
  const isRejected = status >= 400 && status < 500 && status !== 404;
  const expectsError = expected.every((each) => each >= 400);
  if (isRejected && expectsError) return [];
  return [causes ?? []].flat().filter((cause) => {
    if (cause === trailingSlash) return status === 200;
    if (causesOfAny.has(cause) || !expectsError) return true;
    return crashCauses.has(cause) === status >= 500;
  });
}

function readErrorCode({ json }: ReceivedResponse): unknown {
  return isObject(json) && isObject(json.status) ? json.status.errorCode : undefined;
}

function formatStatus(status: number | string, errorCode: unknown): string {
  return errorCode === undefined ? `${status}` : `${status} with error code ${errorCode}`;
}
