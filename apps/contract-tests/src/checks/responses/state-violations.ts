import type { CollectionChallengeProgress } from '@giftoin/types';
import type { CompleteExchange } from '../../model/exchange.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../../model/suite-violation.ts';
import { listPrograms } from './rule-violations.ts';
import { clockTolerance, readServerClock } from './server-clock.ts';

type Program = CollectionChallengeProgress;

/** Where the clock of the server is between the start and the end of a program. Undefined if that is not certain. */
interface Moment {
  readonly isBeforeStart: boolean | undefined;
  readonly isAfterEnd: boolean | undefined;
}

/**
 * Finds programs whose status contradicts their progress, or the clock of the server. Other values than the known ones are
 * valid, and `in_progress` always is: it is the only value of the provider, who does not define it.
 */
export function findStatusContradictions(server: ServerUnderTest, exchange: CompleteExchange): SuiteViolation[] {
  return findForEach(server, exchange, (program, moment) => {
    const { status, collectedCount, size } = program;
    const expect = (code: string, problem: string) => ({
      requirement: 'status' as const,
      code,
      property: 'status',
      message: `status is ${JSON.stringify(status)}, but ${problem}.`,
    });
    if (status === 'completed' && collectedCount < size) {
      return [expect('completed-while-incomplete', `collectedCount is ${collectedCount} and size is ${size}`)];
    }
    if (status === 'upcoming' && moment.isBeforeStart === false) {
      return [expect('upcoming-after-start', 'by the clock of the server the program has started')];
    }
    if (status === 'ended' && moment.isAfterEnd === false) {
      return [expect('ended-before-end', 'by the clock of the server the program has not ended')];
    }
    return [];
  });
}

/** Finds programs that should be hidden, by their duration and the clock of the server. */
export function findVisibleHiddenPrograms(server: ServerUnderTest, exchange: CompleteExchange): SuiteViolation[] {
  return findForEach(server, exchange, ({ duration }, moment) => {
    const expect = (code: string, property: string, when: string) => ({
      requirement: 'visibility' as const,
      code,
      property,
      message: `${property} is false, but the response has the program ${when}.`,
    });
    return [
      ...(moment.isBeforeStart === true && duration.start?.showBefore === false
        ? [expect('visible-before-start', 'duration.start.showBefore', 'before its start')]
        : []),
      ...(moment.isAfterEnd === true && duration.end?.showAfter === false
        ? [expect('visible-after-end', 'duration.end.showAfter', 'after its end')]
        : []),
    ];
  });
}

type Contradiction = Pick<SuiteViolation, 'requirement' | 'code' | 'message'> & { readonly property: string };

function findForEach(
  server: ServerUnderTest,
  exchange: CompleteExchange,
  find: (program: Program, moment: Moment) => readonly Contradiction[],
): SuiteViolation[] {
  // The examples of a mock can have any time.
  if (server.isMock) return [];
  const programs = listPrograms(exchange);
  const date = exchange.response.headers.date?.[0];
  const now = readServerClock(programs, date);
  const isList = Array.isArray(exchange.response.json);
  return programs.flatMap((program, index) => {
    const { duration, timeLeft, id } = program;
    if (typeof duration !== 'object' || duration === null) return [];
    const found = find(program, findMoment(program, now, date));
    return found.map(({ property, ...contradiction }) =>
      createViolation(server, {
        ...contradiction,
        path: isList ? `[${index}].${property}` : property,
        values: { programId: id, start: duration.start?.date, end: duration.end?.date, timeLeft, now },
        expected:
          contradiction.requirement === 'status'
            ? 'upcoming before the start, ended after the end, completed if the user owns every card'
            : 'no program that is hidden',
      }),
    );
  });
}

function findMoment({ duration, timeLeft }: Program, now: number | undefined, dateHeader: string | undefined): Moment {
  const start = duration.start === null ? Number.NEGATIVE_INFINITY : duration.start?.date;
  const end = duration.end === null ? Number.POSITIVE_INFINITY : duration.end?.date;
  // Without another program, both clocks must agree that a program has ended.
  const isOver = timeLeft === 0 && typeof end === 'number' && Date.parse(dateHeader ?? '') > end + clockTolerance;
  return {
    isBeforeStart: compare(now, start, clockTolerance),
    isAfterEnd: negate(compare(now, end, clockTolerance)) ?? (isOver || undefined),
  };
}

/** Whether a time is certainly before another one; undefined if they are too close, or not known. */
function compare(now: number | undefined, time: number | undefined, tolerance: number): boolean | undefined {
  if (now === undefined || typeof time !== 'number' || Math.abs(now - time) <= tolerance) return undefined;
  return now < time;
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
