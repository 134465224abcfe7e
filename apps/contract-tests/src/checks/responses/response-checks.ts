import { findResponse, isSuccess } from '@giftoin/openapi';
import type { RequirementId as RuleRequirementId } from '@giftoin/rules';
import type { Contract } from '../../model/contract.ts';
import type { CompleteExchange } from '../../model/exchange.ts';
import type { RequirementId } from '../../model/requirements.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import type { SuiteViolation } from '../../model/suite-violation.ts';
import { findHeaderViolations, hasDocumentedHeaders } from './header-violations.ts';
import { findFormatViolations, findKeyViolations } from './json-violations.ts';
import { findParameterViolations } from './parameter-violations.ts';
import { findErrorViolations, findRuleViolations, listPrograms, returnsPrograms } from './rule-violations.ts';
import { findSchemaViolations } from './schema-violations.ts';
import type { Situation } from './situations.ts';
import { findStatusContradictions, findVisibleHiddenPrograms } from './state-violations.ts';
import {
  findBodyViolations,
  findRetryAfterViolations,
  findServerErrorViolations,
  findSuccessViolations,
} from './status-violations.ts';
import { findTimestampViolations } from './timestamp-violations.ts';

/** A check that runs on the responses to all requests. */
export interface ResponseCheck {
  readonly id: string;
  readonly title: string;
  readonly requirement: RequirementId;
  /** Whether the check also applies to errors that proxies return. Default: false. */
  readonly appliesToProxies?: boolean;
  /** What the check reads beside the status line. Default: the body. */
  readonly reads?: 'status' | 'headers';
  /** Whether a document has responses that the check applies to. Default: true. */
  concerns?(contract: Contract): boolean;
  /** The situations that were not seen, without which no violation can be found. Default: none. */
  findUnseen?(seen: ReadonlySet<Situation>): readonly Situation[];
  /** Whether the check applies to a response. */
  applies(exchange: CompleteExchange): boolean;
  findViolations(server: ServerUnderTest, exchange: CompleteExchange): readonly SuiteViolation[];
}

/** The check that there is a response. The engine records its violations. */
export const completeResponseCheck: Pick<ResponseCheck, 'id' | 'title' | 'requirement' | 'findUnseen'> = {
  id: 'responses/complete',
  title: 'Every request gets a complete response',
  requirement: 'response',
};

const hasPrograms = (exchange: CompleteExchange) =>
  exchange.response.status === 200 && listPrograms(exchange).length > 0;
const concernsPrograms = ({ reads }: Contract) => reads.some(returnsPrograms);
const isDocumentedSuccess = ({ operation, response }: CompleteExchange) =>
  isSuccess(response) && findResponse(operation, response.status)?.schema !== undefined;
const isEmptyList = ({ response: { json } }: CompleteExchange) => Array.isArray(json) && json.length === 0;
/** Whether a response has no body by the document. Documents often leave out the bodies of errors. */
const hasNoBody = ({ operation, response }: CompleteExchange) => {
  if (response.status === 204) return true;
  const documented = findResponse(operation, response.status);
  return documented !== undefined && documented.mediaType === undefined;
};

export const responseChecks: readonly ResponseCheck[] = [
  {
    id: 'responses/json',
    title: 'Every response is valid JSON in UTF-8, and declares it',
    requirement: '9-json',
    applies: (exchange) =>
      !hasNoBody(exchange) || (exchange.response.status >= 400 && exchange.response.body.length > 0),
    findViolations: findFormatViolations,
  },
  {
    id: 'responses/no-api-key',
    title: 'No response repeats an API key',
    requirement: '9-json',
    appliesToProxies: true,
    applies: () => true,
    findViolations: findKeyViolations,
  },
  {
    id: 'responses/no-server-error',
    title: 'No request leads to a 5xx status code',
    requirement: '10-no-server-error',
    reads: 'status',
    appliesToProxies: true,
    applies: ({ request, response }) => request.provokes !== response.status,
    findViolations: findServerErrorViolations,
  },
  {
    id: 'responses/success',
    title: 'Every success has a status code of the document, and there are no redirects',
    requirement: 'success',
    reads: 'status',
    appliesToProxies: true,
    applies: ({ response }) => response.status < 400,
    findViolations: findSuccessViolations,
  },
  {
    id: 'responses/schema',
    title: 'Every success fits its schema',
    requirement: 'schema',
    applies: (exchange) => isDocumentedSuccess(exchange) && !isEmptyList(exchange),
    findViolations: findSchemaViolations,
  },
  {
    id: 'responses/no-body',
    title: 'No response has a body if it has none by the document',
    requirement: 'schema',
    concerns: ({ operations }) =>
      operations.some(({ responses }) => responses.some((each) => isSuccess(each) && each.mediaType === undefined)),
    applies: (exchange) => hasNoBody(exchange) && exchange.response.status < 400,
    findViolations: findBodyViolations,
  },
  {
    id: 'responses/headers',
    title: 'Every response has its required headers, and headers that fit their schemas',
    requirement: 'response-headers',
    reads: 'headers',
    concerns: ({ operations }) =>
      operations.some(({ responses }) => responses.some(({ headers }) => headers.length > 0)),
    applies: hasDocumentedHeaders,
    findViolations: findHeaderViolations,
  },
  {
    id: 'responses/error',
    title: 'Every error has the documented body',
    requirement: 'error',
    applies: ({ response }) => response.status >= 400,
    findViolations: (server, exchange) => [
      ...findSchemaViolations(server, exchange),
      ...findErrorViolations(server, exchange),
    ],
  },
  {
    id: 'responses/retry-after',
    title: 'Every 429 response has a Retry-After header in whole seconds',
    requirement: 'retry-after',
    reads: 'headers',
    applies: ({ response }) => response.status === 429,
    findViolations: findRetryAfterViolations,
  },
  createRuleCheck(
    '1-counts',
    'Every program has a consistent collectedCount, and a percentage that is rounded down',
    (seen) => (seen.has('roundable') ? ['rounded'] : ['partial']),
  ),
  createRuleCheck('2-unique-ids', 'Card IDs and program IDs are unique', (seen) =>
    seen.has('twoPrograms') ? [] : ['twoCards'],
  ),
  createRuleCheck('3-ownership', 'Every card is owned if, and only if, its quantity is above 0', () => [
    'ownedCard',
    'missingCard',
  ]),
  createRuleCheck('4-listed-cards', 'No program lists more cards than its counts allow', () => ['partialCards']),
  createRuleCheck('5-reward', 'Every reward can be claimed once, and only for a complete collection', () => [
    'progress',
    'incompleteReward',
  ]),
  createRuleCheck(
    '6-duration',
    'Every program ends after it starts, and has a timeLeft if, and only if, it has an end',
    () => ['end'],
  ),
  {
    id: 'responses/status',
    title: 'No status contradicts the progress, or the clock of the server',
    requirement: 'status',
    concerns: concernsPrograms,
    applies: hasPrograms,
    findViolations: findStatusContradictions,
  },
  {
    id: 'responses/visibility',
    title: 'No program is visible while it should be hidden',
    requirement: 'visibility',
    concerns: concernsPrograms,
    findUnseen: (seen) => (seen.has('clock') ? [] : ['clock']),
    applies: hasPrograms,
    findViolations: findVisibleHiddenPrograms,
  },
  {
    id: 'responses/requested-parameters',
    title: 'Every response contains the parameters of its request',
    requirement: 'requested-parameters',
    applies: (exchange) =>
      isDocumentedSuccess(exchange) &&
      !exchange.request.mayBeNormalized &&
      exchange.operation.parameters.some(({ returnedAs }) => returnedAs !== undefined),
    findViolations: findParameterViolations,
  },
  {
    id: 'responses/timestamps',
    title: 'Every time is in milliseconds',
    requirement: 'timestamps',
    concerns: concernsPrograms,
    applies: hasPrograms,
    findViolations: findTimestampViolations,
  },
];

/** @param findNeeded finds the situations in which the rule can be violated, by what was seen */
function createRuleCheck(
  requirement: RuleRequirementId,
  title: string,
  findNeeded: (seen: ReadonlySet<Situation>) => readonly Situation[],
): ResponseCheck {
  return {
    id: `responses/${requirement}`,
    title,
    requirement,
    concerns: concernsPrograms,
    findUnseen: (seen) => findNeeded(seen).filter((situation) => !seen.has(situation)),
    applies: hasPrograms,
    findViolations: (server, exchange) =>
      findRuleViolations(server, exchange).filter((violation) => violation.requirement === requirement),
  };
}
