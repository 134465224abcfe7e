import { findResponse, type Operation } from '@giftoin/openapi';
import { checkJsonResponse, type RuleCode } from '@giftoin/rules';
import type { CompleteExchange, ReceivedResponse } from '../../model/exchange.ts';
import { findErrorResponse } from '../../model/operations.ts';
import { listSentKeys, type ServerUnderTest } from '../../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../../model/suite-violation.ts';

/** Finds what keeps a response from being JSON in UTF-8. */
export function findFormatViolations(server: ServerUnderTest, exchange: CompleteExchange): SuiteViolation[] {
  const { decodingError } = exchange.response;
  if (decodingError === undefined) {
    return findJsonViolations(server, exchange).filter(({ code }) => !keyCodes.has(code));
  }
  const { code, encoding, message } = decodingError;
  return [
    createViolation(server, {
      requirement: '9-json',
      code,
      path: '',
      values: { encoding },
      message: `The body cannot be decompressed: ${message}.`,
      expected: 'a body that matches its Content-Encoding header',
    }),
  ];
}

/** Finds API keys in a response. */
export function findKeyViolations(server: ServerUnderTest, exchange: CompleteExchange): SuiteViolation[] {
  return findJsonViolations(server, exchange).filter(({ code }) => keyCodes.has(code));
}

const keyCodes: ReadonlySet<string> = new Set<RuleCode>([
  'api-key-in-body',
  'api-key-in-status-line',
  'api-key-in-header',
]);

/** Reads the bytes of a response once, for both kinds of violations. */
function findJsonViolations(
  server: ServerUnderTest,
  { operation, response, request }: CompleteExchange,
): readonly SuiteViolation[] {
  const cached = violationsByResponse.get(response);
  if (cached) return cached;
  const redact = server.redactors.forResponse(listSentKeys(server, { operation, request }));
  const found = checkJsonResponse(response, redact).filter(({ code }) => {
    return code !== 'content-type-not-json' || !hasDocumentedMediaType(operation, response);
  });
  const violations = found.map((violation) =>
    createViolation(server, {
      ...violation,
      expected: keyCodes.has(violation.code)
        ? 'a response that does not contain the API key'
        : 'application/json, valid JSON in UTF-8',
    }),
  );
  violationsByResponse.set(response, violations);
  return violations;
}

const violationsByResponse = new WeakMap<ReceivedResponse, readonly SuiteViolation[]>();

/** Whether the media type is the one in the document, which can be another one for JSON, for example `application/problem+json`. */
function hasDocumentedMediaType(operation: Operation, { status, headers }: ReceivedResponse): boolean {
  const parse = (mediaType = '') => mediaType.split(';', 1)[0]?.trim().toLowerCase();
  const documented = findResponse(operation, status) ?? (status >= 400 ? findErrorResponse(operation) : undefined);
  if (documented?.mediaType === undefined) return false;
  return parse(documented.mediaType) === parse(headers['content-type']?.join(', '));
}
