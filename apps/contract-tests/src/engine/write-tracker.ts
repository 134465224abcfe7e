import { isSuccess, type Operation } from '@giftoin/openapi';
import { fillPath } from '@giftoin/protocol';
import { ExhaustedError } from '../model/check.ts';
import type { Contract } from '../model/contract.ts';
import { findCreatedSegments, findItemOperations, readSegments } from '../model/created-resource.ts';
import type { CompleteExchange } from '../model/exchange.ts';

/** A resource that the run has created, and how to delete it. */
export interface CreatedResource {
  /** The operation that deletes it. */
  readonly operation: Operation;
  /** The path parameters of the operation, percent-encoded. */
  readonly segments: Readonly<Record<string, string>>;
}

/** Counts the requests of a run that can change data, and knows what they have created. */
export interface WriteTracker {
  /** How many such requests were sent. */
  readonly sent: number;
  /** How many resources were created. */
  readonly created: number;
  /** How many of them were deleted. */
  readonly deleted: number;
  /** The resources that are not deleted yet, and that the document has an operation to delete. */
  readonly left: readonly CreatedResource[];
  /**
   * Counts a request before it is sent.
   *
   * Throws ExhaustedError if a budget does not allow it. What is left is always enough to delete what was created.
   *
   * @param remaining how many more requests the budget of the run allows
   */
  count(operation: Operation, target: string, remaining: number): void;
  /** Finds out what a request has created or deleted. */
  record(exchange: CompleteExchange): void;
}

export function createWriteTracker(contract: Contract, budget: number): WriteTracker {
  const left = new Map<string, CreatedResource>();
  let [sent, created, deleted] = [0, 0, 0];
  return {
    get sent() {
      return sent;
    },
    get created() {
      return created;
    },
    get deleted() {
      return deleted;
    },
    get left() {
      return [...left.values()];
    },
    count({ method }, target, remaining) {
      const isCleanup = method === 'delete' && left.has(removeQuery(target));
      // Each request can create a resource, so that one more request must remain to delete it.
      const needed = isCleanup ? 1 : left.size + 2;
      if (sent + needed > budget) {
        throw new ExhaustedError(
          `the budget of ${budget} requests that can change data is used up. Pass a larger one with --write-budget`,
        );
      }
      if (!isCleanup && remaining < needed) {
        throw new ExhaustedError('the rest of the budget is needed to delete what was created. Pass a larger --budget');
      }
      sent += 1;
    },
    record(exchange) {
      const { operation, target, response } = exchange;
      const isGone = isSuccess(response) || response.status === 404;
      if (operation.method === 'delete' && isGone && left.delete(removeQuery(target))) deleted += 1;
      const isPost = operation.method === 'post' && isSuccess(response);
      // A PUT creates the resource that its path names.
      const isPut = operation.method === 'put' && response.status === 201;
      if (!isPost && !isPut) return;
      const items = isPost ? findItemOperations(contract, operation) : findSamePath(contract, operation);
      const deleting = items.find(({ method }) => method === 'delete');
      const segments =
        deleting && (isPost ? findCreatedSegments(contract, exchange, deleting) : readSegments(exchange));
      if (!deleting || !segments) {
        created += 1;
        return;
      }
      const path = fillPath(deleting.path, (name) => segments[name] ?? '');
      // A repeated idempotency key creates nothing.
      if (!left.has(path)) created += 1;
      left.set(path, { operation: deleting, segments });
    },
  };
}

function findSamePath({ operations }: Contract, { path }: Operation): Operation[] {
  return operations.filter((operation) => operation.path === path);
}

function removeQuery(target: string): string {
  return target.replace(/\?.*$/s, '');
}
