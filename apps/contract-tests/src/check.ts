import type { Operation } from '@giftoin/openapi';
import { isFolded, isOfProxy } from './proxies.ts';
import type { Answered, Exchange, Fault } from './recorder.ts';
import type { Sent, Server } from './server.ts';
import type { StatementId } from './statements.ts';
import type { Answer } from './transport/send.ts';

/** One thing that a server must do, with a way to find out. */
export interface Check {
  /** Stays the same from run to run, such as `listCollectionChallengeProgress/key-alone/x-gft-api-key`. */
  readonly id: string;
  /** A full sentence that is true of a server that keeps the contract. */
  readonly title: string;
  readonly statement: StatementId;
  /** Why the check cannot be made of this server; it is then skipped by name. */
  readonly skip?: string | undefined;
  /** Asks the server, and records what is broken. */
  run?(asking: Asking): Promise<void>;
}

/** What a check can do. */
export interface Asking {
  /** Undefined where no answer came, which is then recorded. */
  get(operation: Operation, sent?: Sent): Promise<Answered | undefined>;
  record(exchange: Exchange, faults: readonly Fault[]): void;
  /** How many more requests there may be. */
  left(): number;
}

/** The answer that is due to a request. */
export interface Due {
  readonly status: number;
  readonly errorCode?: number | undefined;
}

/** A request, and the answer that is due to it. */
export interface Case {
  readonly operation: Operation;
  readonly sent: Sent;
  readonly due: Due;
  /** What the case is about, such as `a key without its last letter`. */
  readonly when: string;
  readonly likelyCause?: string | undefined;
}

/** Thrown by a check that finds out that it cannot be made of this server; the message says why. */
export class SkippedError extends Error {
  override readonly name = 'SkippedError';
}

type Named = Omit<Check, 'run'>;

/** A check that each of its requests gets the answer that is due to it. */
export function caseCheck(server: Server, named: Named, cases: readonly Case[]): Check {
  return {
    ...named,
    run: async (asking) => {
      await Promise.all(
        cases.map(async ({ operation, sent, due, when, likelyCause }) => {
          const exchange = await insisting(asking, operation, sent);
          if (exchange) asking.record(exchange, dueFaults(server, named.statement, exchange, due, when, likelyCause));
        }),
      );
    },
  };
}

/** How many requests a key for 429 may still have. */
const mostRequestsToLimit = 20;

/** A key that has sent too many requests may have some left: it is used until they are gone. */
async function insisting(asking: Asking, operation: Operation, sent: Sent): Promise<Answered | undefined> {
  let exchange = await asking.get(operation, sent);
  for (
    let asked = 1;
    sent.wants === 429 && asked < mostRequestsToLimit && exchange?.answer.status !== 429;
    asked += 1
  ) {
    exchange = await asking.get(operation, sent);
  }
  return exchange;
}

/** Where an answer has another status or error code than is due. */
export function dueFaults(
  server: Server,
  statement: StatementId,
  exchange: Answered,
  { status, errorCode }: Due,
  when: string,
  likelyCause?: string,
): Fault[] {
  const { answer, sent } = exchange;
  const code = errorCodeOf(answer);
  const isDue = answer.status === status && (errorCode === undefined || errorCode === code);
  if (isDue || isOfProxy(server, exchange) || isFolded(server, exchange)) return [];
  const expected = errorCode === undefined ? `${status}` : `${status} with error code ${errorCode}`;
  const received = errorCode === undefined || code === undefined ? `${answer.status}` : `${answer.status} with ${code}`;
  return [
    {
      statement,
      cause: answer.status >= 500 ? serverErrorCause(answer.status) : `${statement}: ${received}, not ${expected}`,
      sentence: `Where ${when}, the answer is ${received}, expected ${expected}.`,
      expected: sent.mayBeRefused && !server.isDirect ? `${expected}, or another 4xx of a proxy` : expected,
      likelyCause,
    },
  ];
}

/** A server error is one finding, whatever was asked. */
export function serverErrorCause(status: number): string {
  return `server error ${status}`;
}

export function errorCodeOf({ json }: Answer): unknown {
  return (json as { readonly status?: { readonly errorCode?: unknown } } | null | undefined)?.status?.errorCode;
}
