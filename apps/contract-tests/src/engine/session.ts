import { parseRetryAfter } from '@giftoin/protocol';
import { findResponseViolations } from '../checks/responses/find-response-violations.ts';
import { completeResponseCheck } from '../checks/responses/response-checks.ts';
import type { Transport } from '../connection/create-transport.ts';
import type { Coverage } from '../coverage/create-coverage.ts';
import { type CheckContext, ExhaustedError } from '../model/check.ts';
import type { CompleteExchange, Exchange, ReceivedResponse } from '../model/exchange.ts';
import { NoResponseError } from '../model/no-response-error.ts';
import { isWrite } from '../model/operations.ts';
import { createTarget, type ServerUnderTest } from '../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../model/suite-violation.ts';
import { createOutgoingRequest } from './create-outgoing-request.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { Recorder } from './recorder.ts';
import { withIdempotencyKey } from './with-idempotency-key.ts';
import type { WriteTracker } from './write-tracker.ts';

/** How many 429 responses without a valid `Retry-After` header a request can get before the run ends. */
const maximumUnspecifiedPauses = 3;
/** The pause after such a response, in milliseconds. */
const unspecifiedPause = 1_000;
/** The minimum pause after a 429, in milliseconds. */
const minimumPause = 50;

/**
 * After the first response that is late, the timeout of the others: at least so many milliseconds, and so many times the
 * slowest response so far. A server that is late once can be late for many requests.
 */
const timeoutAfterLate = { minimum: 2_000, slowestTimes: 10 };

/** Larger bodies are read one at a time, in bytes: several at once would need too much memory. */
const largeBodySize = 512 * 1024;

/** Sends the requests of one run, and runs the response checks on every response. */
export interface Session {
  /** Creates the context of a check. A cleanup can send requests even after the run has ended. */
  createContext(server: ServerUnderTest, checkId: string, options?: ContextOptions): CheckContext;
  /** The IDs of the response checks that applied to a response. */
  readonly applied: ReadonlySet<string>;
  close(): void;
}

export interface SessionOptions {
  readonly transport: Transport;
  /** The maximum time for a response, in milliseconds. */
  readonly timeout: number;
}

interface ContextOptions {
  /** Default: false. */
  readonly isCleanup?: boolean;
}

type Sendable = Pick<Exchange, 'operation' | 'request' | 'target'> & ContextOptions;

/** The maximum time for each response of a cleanup, in milliseconds, if the deadline has passed. */
const cleanupTimeout = 5_000;

export function createSession(
  { transport, timeout }: SessionOptions,
  limiter: RateLimiter,
  recorder: Recorder,
  writes: WriteTracker,
  coverage: Pick<Coverage, 'observe'>,
): Session {
  const applied = new Set<string>();
  let slowest = 0;
  let wasLate = false;

  async function receive(server: ServerUnderTest, sendable: Sendable): Promise<ReceivedResponse> {
    const { operation, target, isCleanup = false } = sendable;
    const outgoing = createOutgoingRequest(server, sendable);
    return await limiter.run({ isCleanup }, async () => {
      if (isWrite(operation)) writes.count(operation, target, limiter.remaining);
      const started = performance.now();
      const { minimum, slowestTimes } = timeoutAfterLate;
      const shortened = wasLate ? Math.max(minimum, slowestTimes * slowest) : timeout;
      // A timer can fire slightly early. It must not fire before the deadline, or the response would count as late.
      const untilDeadline = isCleanup ? Math.max(limiter.timeLeft, cleanupTimeout) : limiter.timeLeft + 10;
      const sending = {
        // On a new connection, a request is never sent twice, which could change data twice.
        isFresh: isWrite(operation),
        timeout: Math.min(timeout, shortened, untilDeadline),
      };
      try {
        const response = await transport.send(outgoing, sending);
        slowest = Math.max(slowest, performance.now() - started);
        if (response.body.length > largeBodySize) limiter.runOneAtATime();
        return response;
      } catch (error) {
        if (error instanceof NoResponseError) {
          wasLate ||= error.code === 'response-late';
          if (error.code === 'response-too-large') limiter.runOneAtATime();
        }
        throw error;
      }
    });
  }

  function checkResponse(server: ServerUnderTest, exchange: CompleteExchange): void {
    coverage.observe(exchange);
    for (const { id, violations } of findResponseViolations(server, exchange)) {
      applied.add(id);
      recorder.record(id, exchange, violations);
    }
  }

  async function send(server: ServerUnderTest, checkId: string, sendable: Sendable) {
    for (let unspecifiedPauses = 0; ; ) {
      let response: ReceivedResponse;
      applied.add(completeResponseCheck.id);
      try {
        response = await receive(server, sendable);
      } catch (error) {
        if (!(error instanceof NoResponseError)) throw error;
        // The end of the run closes connections, which is not a violation.
        limiter.throwIfExhausted();
        if (!server.isReachable) throw error;
        const exchange = { ...sendable, response: undefined, failure: error.message };
        const violations = [createNoResponseViolation(server, error)];
        for (const id of [completeResponseCheck.id, checkId]) recorder.record(id, exchange, violations);
        return undefined;
      }
      const exchange = { ...sendable, response };
      if (isWrite(exchange.operation)) writes.record(exchange);
      checkResponse(server, exchange);
      if (response.status !== 429 || sendable.request.provokes === 429) return exchange;
      const { headers } = response;
      const pause = parseRetryAfter(headers['retry-after']?.[0], headers.date?.[0]);
      if (pause === undefined) unspecifiedPauses += 1;
      if (unspecifiedPauses > maximumUnspecifiedPauses)
        throw new ExhaustedError('the server returns 429 again and again');
      limiter.pause(pause === undefined ? unspecifiedPause : Math.max(minimumPause, pause));
    }
  }

  return {
    applied,
    createContext: (server, checkId, options) => ({
      send: (operation, given = {}) => {
        const request = withIdempotencyKey(server.contract.validate, operation, given);
        return send(server, checkId, {
          operation,
          request,
          target: createTarget(server, operation, request),
          ...options,
        });
      },
      record: (exchange, violations, shown) => recorder.record(checkId, exchange, violations, shown),
      stateSample: (text) => void recorder.samples.set(checkId, text),
      remainingRequests: () => limiter.remaining,
    }),
    close: () => transport.close(),
  };
}

function createNoResponseViolation(server: ServerUnderTest, { message, code }: NoResponseError): SuiteViolation {
  return createViolation(server, {
    requirement: 'response',
    code,
    path: '',
    message: `The request got no complete response: ${message}.`,
    expected: 'a complete response',
  });
}
