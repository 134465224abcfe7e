import { isObject } from '@giftoin/openapi';
import type { CompleteExchange, ReceivedResponse } from '../model/exchange.ts';
import { isNormalizedByProxy, isProxyError } from '../model/proxy-responses.ts';
import type { RequirementId } from '../model/requirements.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../model/suite-violation.ts';

/** The status code that a request must lead to. */
export interface ExpectedStatus {
  readonly status: number;
  readonly errorCode?: number | undefined;
}

/** What a request is about. */
export interface Situation {
  readonly requirement: RequirementId;
  /** Completes "If …", for example `the key is in gft-api-key`. */
  readonly when: string;
  readonly likelyCause?: string | undefined;
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
  const errorCode = expectedErrorCode === undefined ? undefined : readErrorCode(response);
  if (status === expectedStatus && errorCode === expectedErrorCode) return [];
  if (isProxyError(server, exchange) || isNormalizedByProxy(server, exchange)) return [];
  const expected = formatStatus(expectedStatus, expectedErrorCode);
  const violation = {
    path: '',
    message: `If ${when}, the response is ${formatStatus(status, errorCode)}. Expected ${expected}.`,
    expected: request.mayBeRejected && !server.isDirect ? `${expected}, or another 4xx of a proxy` : expected,
    likelyCause,
  };
  // A server error is one finding, regardless of what was expected.
  if (status >= 500) {
    const values = { status };
    return [createViolation(server, { ...violation, requirement: '10-no-server-error', code: 'server-error', values })];
  }
  const values = { status, errorCode, expectedStatus, expectedErrorCode };
  return [createViolation(server, { ...violation, requirement, code: 'unexpected-status', values })];
}

function readErrorCode({ json }: ReceivedResponse): unknown {
  return isObject(json) && isObject(json.status) ? json.status.errorCode : undefined;
}

function formatStatus(status: number, errorCode: unknown): string {
  return errorCode === undefined ? `${status}` : `${status} with error code ${errorCode}`;
}
