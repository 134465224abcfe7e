import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { answerChecks } from './answer-checks.ts';
import type { Asking } from './check.ts';
import { isOfProxy } from './proxies.ts';
import type { Answered, Exchange, Fault, Recorder } from './recorder.ts';
import { keysOf, type Server, targetOf } from './server.ts';
import { ExhaustedError, type Pace } from './transport/pace.ts';
import { type Answer, NoAnswerError, send } from './transport/send.ts';

/** How often a 429 is waited out that does not say how long to wait. */
const mostImpolite = 3;

/** The requests of one run: what holds of every answer is checked here, wherever an answer comes from. */
export interface Session {
  /** What a check can do; what it finds counts as found by it. */
  askingFor(server: Server, checkId: string): Asking;
  /** The ids of the checks of every answer that have met an answer. */
  readonly met: ReadonlySet<string>;
  close(): void;
}

/**
 * After an answer that did not come, how long another may take at least, in milliseconds, and how many times as long as the
 * slowest that did: where one input is never answered, many are not.
 */
const afterLate = { atLeast: 2_000, timesSlowest: 10 };

type Request = Pick<Exchange, 'operation' | 'sent' | 'target'>;

/** The check that every request is answered, which no answer can break. */
export const answeredCheckId = 'answers/whole';

export interface SessionOptions {
  readonly origin: URL;
  readonly concurrency: number;
  /** How long an answer may take, in milliseconds. */
  readonly timeout: number;
}

export function sessionOf({ origin, concurrency, timeout }: SessionOptions, pace: Pace, recorder: Recorder): Session {
  const options = { keepAlive: true, maxSockets: concurrency };
  const agent = origin.protocol === 'https:' ? new SecureAgent(options) : new Agent(options);
  const met = new Set<string>();
  let slowest = 0;
  let isLate = false;

  async function answerTo(server: Server, { sent, target }: Request): Promise<Answer> {
    const keys = keysOf(server, sent).map(([header, { value }]) => [header, value]);
    const headers = {
      accept: '*/*',
      'user-agent': 'giftoin-contract-tests',
      ...sent.headers,
      ...Object.fromEntries(keys),
    };
    return await pace.run(async () => {
      const started = performance.now();
      const patience = isLate ? Math.max(afterLate.atLeast, afterLate.timesSlowest * slowest) : timeout;
      // A timer may run out a moment early: what the deadline cuts off must be seen to be over.
      const untilOver = pace.timeLeft + 10;
      const sending = { origin, agent, timeout: Math.min(timeout, patience, untilOver) };
      try {
        const answer = await send(sending, target, headers);
        slowest = Math.max(slowest, performance.now() - started);
        return answer;
      } catch (error) {
        isLate ||= error instanceof NoAnswerError && error.kind === 'late';
        throw error;
      }
    });
  }

  function recordAnswer(server: Server, answered: Answered): void {
    const refusedUnread = isOfProxy(server, answered);
    for (const { id, ofProxies, applies, faultsOf } of answerChecks) {
      if ((refusedUnread && !ofProxies) || !applies(answered)) continue;
      met.add(id);
      recorder.record(id, answered, faultsOf(server, answered));
    }
  }

  async function get(server: Server, checkId: string, request: Request) {
    for (let impolite = 0; ; ) {
      let answer: Answer;
      met.add(answeredCheckId);
      try {
        answer = await answerTo(server, request);
      } catch (error) {
        if (!(error instanceof NoAnswerError)) throw error;
        // What the end of the run cut off says nothing of the server.
        pace.refuseIfOver();
        if (!server.isMet) throw error;
        const exchange = { ...request, answer: undefined, obstacle: error.message };
        for (const id of [answeredCheckId, checkId]) recorder.record(id, exchange, [noAnswer(error)]);
        return undefined;
      }
      const answered = { ...request, answer };
      recordAnswer(server, answered);
      if (answer.status !== 429 || request.sent.wants === 429) return answered;
      const wait = waitOf(answer);
      if (wait === undefined) impolite += 1;
      if (impolite > mostImpolite) throw new ExhaustedError('the server answers 429 again and again');
      pace.pause(wait ?? 1_000);
    }
  }

  return {
    met,
    askingFor: (server, checkId) => ({
      get: (operation, sent = {}) =>
        get(server, checkId, { operation, sent, target: targetOf(server, operation, sent) }),
      record: (exchange, faults) => recorder.record(checkId, exchange, faults),
      left: () => pace.left,
    }),
    close: () => agent.destroy(),
  };
}

/** How long a 429 asks to wait, in milliseconds; undefined where it does not say. */
function waitOf({ headers }: Answer): number | undefined {
  const value = headers['retry-after']?.[0] ?? '';
  return /^\d+$/.test(value) ? Math.max(50, Number(value) * 1_000) : undefined;
}

function noAnswer({ message, kind }: NoAnswerError): Fault {
  return {
    statement: 'answer',
    cause: `no answer: ${kind}`,
    sentence: `No answer came: ${message}.`,
    expected: 'a whole answer',
  };
}
