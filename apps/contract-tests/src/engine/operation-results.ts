import type { Operation } from '@giftoin/openapi';
import type { Contract } from '../model/contract.ts';
import type { CheckResult, OperationResult } from '../model/contract-report.ts';
import { isRead, isWrite } from '../model/operations.ts';

interface Selection {
  /** Whether operations that change data are checked. */
  readonly checksWrites: boolean;
  /** The text that the IDs of the checks contain; undefined if all checks run. */
  readonly only: string | undefined;
}

/** Says of every operation of the document whether it was checked, and if not, why. */
export function createOperationResults(
  contract: Contract,
  checks: readonly CheckResult[],
  selection: Selection,
): OperationResult[] {
  const { operations } = contract;
  return operations.map((operation) => {
    const { operationId, method, path } = operation;
    const reason = findSkipReason(contract, operation, findOwnChecks(operations, operation, checks), selection);
    const described = { operationId, method: method.toUpperCase(), path };
    return reason === undefined
      ? { ...described, outcome: 'checked' }
      : { ...described, outcome: 'skipped', reason: reason.text, ...(reason.isChosen && { isChosen: true }) };
  });
}

function findSkipReason(
  { reads, writes }: Contract,
  operation: Operation,
  own: readonly CheckResult[],
  { checksWrites, only }: Selection,
) {
  if (only !== undefined && own.length === 0 && !only.includes(operation.operationId)) {
    return { text: 'none of its checks was selected with --only', isChosen: true };
  }
  if (isWrite(operation) && !checksWrites) {
    return { text: 'it changes data. Pass --writes to check it, on a sandbox or on staging only', isChosen: false };
  }
  if (!isRead(operation) && !isWrite(operation)) {
    return { text: `the suite has no checks of ${operation.method.toUpperCase()} requests`, isChosen: false };
  }
  if (!reads.includes(operation) && !writes.includes(operation)) {
    return { text: 'it requires more than an API key in a header, which the suite does not support', isChosen: false };
  }
  if (own.some(({ outcome }) => outcome !== 'skipped')) return undefined;
  return { text: own[0]?.reason ?? 'the suite has no check of it', isChosen: false };
}

/** The checks of an operation: their IDs start with its operationId. The longest operationId counts. */
function findOwnChecks(operations: readonly Operation[], { operationId }: Operation, checks: readonly CheckResult[]) {
  const longer = operations.map((other) => other.operationId).filter((id) => id.startsWith(`${operationId}/`));
  return checks.filter(
    ({ id }) => id.startsWith(`${operationId}/`) && !longer.some((other) => id.startsWith(`${other}/`)),
  );
}
