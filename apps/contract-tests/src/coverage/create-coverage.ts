import type { Operation } from '@giftoin/openapi';
import { returnsPrograms } from '../checks/responses/rule-violations.ts';
import { addSituations, situations as allSituations, type Situation } from '../checks/responses/situations.ts';
import type { Contract } from '../model/contract.ts';
import type { CheckResult } from '../model/contract-report.ts';
import type { CoverageReport, CoverageShare } from '../model/coverage-report.ts';
import type { CompleteExchange } from '../model/exchange.ts';
import { findNamingParameter } from '../model/operations.ts';
import type { RequirementId } from '../model/requirements.ts';
import { addSeenProperties, listDocumentedProperties } from './documented-properties.ts';

/** Observes what the responses of a run show. */
export interface Coverage {
  /** The situations that were seen. */
  readonly situations: ReadonlySet<Situation>;
  observe(exchange: CompleteExchange): void;
  /** @param results what became of the checks, each with what it checks */
  createReport(results: readonly RequirementResult[]): CoverageReport;
}

/** The outcome of a check, with the requirement that it checks. */
export type RequirementResult = Pick<CheckResult, 'outcome'> & { readonly requirement: RequirementId };

/** @param operations the operations that the run checks */
export function createCoverage({ document }: Contract, operations: readonly Operation[]): Coverage {
  const situations = new Set<Situation>();
  const seenProperties = new Set<string>();
  const seenStatuses = new Set<string>();
  const properties = new Set(
    operations.flatMap(({ operationId, responses }) =>
      responses.flatMap(({ schema }) => (schema ? listDocumentedProperties(document, schema, operationId) : [])),
    ),
  );
  const statuses = operations.flatMap((operation) =>
    operation.responses
      .filter(({ status }) => canBeProvoked(operation, status))
      .map(({ status }) => formatStatus(operation.operationId, status)),
  );
  return {
    situations,
    observe(exchange) {
      const { operation, response } = exchange;
      seenStatuses.add(formatStatus(operation.operationId, response.status));
      addSituations(situations, exchange);
      if (seenProperties.size < properties.size) addSeenProperties(seenProperties, document, exchange);
    },
    createReport(results) {
      const rules = new Set(results.map(({ requirement }) => requirement));
      const ran = results.filter(({ outcome }) => outcome !== 'skipped').map(({ requirement }) => requirement);
      return {
        rules: createShare(rules, new Set<string>(ran)),
        ...(operations.some(returnsPrograms) && { situations: createSituationShare(situations) }),
        properties: createShare(properties, seenProperties),
        statuses: createShare(new Set(statuses), seenStatuses),
      };
    },
  };
}

function createSituationShare(seen: ReadonlySet<Situation>): CoverageShare {
  const names = Object.keys(allSituations) as Situation[];
  const subjects = (chosen: readonly Situation[]) => new Set(chosen.map((name) => allSituations[name].subject));
  return createShare(subjects(names), subjects(names.filter((name) => seen.has(name))));
}

function createShare(all: ReadonlySet<string>, seen: ReadonlySet<string>): CoverageShare {
  const missing = [...all].filter((each) => !seen.has(each));
  return { exercised: all.size - missing.length, total: all.size, missing };
}

/** No request may lead to a 5xx. A 404 requires a parameter that names what does not exist. */
function canBeProvoked(operation: Operation, status: number): boolean {
  return status < 500 && (status !== 404 || findNamingParameter(operation) !== undefined);
}

const formatStatus = (operationId: string, status: number) => `${operationId} ${status}`;
