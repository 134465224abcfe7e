import type { CompleteExchange } from '../../model/exchange.ts';
import { isProxyError } from '../../model/proxy-responses.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import type { SuiteViolation } from '../../model/suite-violation.ts';
import { type ResponseCheck, responseChecks } from './response-checks.ts';

/** A check that applied to a response, and what it found. */
export interface AppliedCheck {
  readonly id: string;
  readonly violations: readonly SuiteViolation[];
}

/**
 * Runs the response checks that apply to a response, whether a check of the suite has sent the request or a client has.
 *
 * @param isPossible whether what is known of the response is enough for a check. Default: for every check.
 */
export function findResponseViolations(
  server: ServerUnderTest,
  exchange: CompleteExchange,
  isPossible: (check: ResponseCheck) => boolean = () => true,
): AppliedCheck[] {
  const fromProxy = isProxyError(server, exchange);
  return responseChecks
    .filter((check) => isPossible(check) && (!fromProxy || check.appliesToProxies) && check.applies(exchange))
    .map(({ id, findViolations }) => ({ id, violations: findViolations(server, exchange) }));
}
