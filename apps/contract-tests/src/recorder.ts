import type { Operation } from '@giftoin/openapi';
import type { Sent } from './server.ts';
import type { StatementId } from './statements.ts';
import type { Answer } from './transport/send.ts';

/** A place where the contract is broken, before it is grouped with others of its cause. */
export interface Fault {
  readonly statement: StatementId;
  /** What tells this cause from others: faults with the same are one finding. */
  readonly cause: string;
  readonly sentence: string;
  readonly expected: string;
  readonly likelyCause?: string | undefined;
  /** The request whose answer is another, where two were compared. */
  readonly comparedWith?: Sent;
}

/** A request and what became of it. */
export interface Exchange {
  readonly operation: Operation;
  readonly sent: Sent;
  /** The path and query, as they were sent. */
  readonly target: string;
  /** Undefined where none came. */
  readonly answer: Answer | undefined;
  /** Why none came. */
  readonly obstacle?: string;
}

/** A request that was answered. */
export type Answered = Exchange & { readonly answer: Answer };

export interface RecordedFault extends Fault {
  readonly checkId: string;
  readonly exchange: Exchange;
}

/** Keeps what is broken, and tells the first to whoever wants to stop then. */
export interface Recorder {
  readonly faults: readonly RecordedFault[];
  /** The ids of the checks that have failed. */
  readonly failed: ReadonlySet<string>;
  record(checkId: string, exchange: Exchange, faults: readonly Fault[]): void;
}

export function recorderOf(onFault: () => void): Recorder {
  const faults: RecordedFault[] = [];
  const failed = new Set<string>();
  return {
    faults,
    failed,
    record(checkId, exchange, found) {
      for (const fault of found) {
        faults.push({ ...fault, checkId, exchange });
        failed.add(checkId);
        onFault();
      }
    },
  };
}
