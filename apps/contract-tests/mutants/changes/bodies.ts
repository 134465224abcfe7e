import type { CollectionChallengeProgress } from '@giftoin/types';
import type { Answer, Mutation, Request } from '../server/exchange.ts';
import { answered, jsonOf, withBody } from './messages.ts';

export type Progress = CollectionChallengeProgress;
/** The share of the collection that is owned, from 0 to 100, not rounded. */
export const shareOf = ({ collectedCount, size }: Pick<Progress, 'collectedCount' | 'size'>): number =>
  size === 0 ? 0 : (100 * collectedCount) / size;

type Loose = Record<string, unknown>;

/** Answers a list of programs in another way. */
export function lists(change: (list: Progress[], request: Request) => unknown): Mutation {
  return answered((answer, request) => {
    const body = answer.status === 200 ? jsonOf(answer) : undefined;
    return Array.isArray(body) ? withBody(answer, change(body, request)) : answer;
  });
}

/** Answers a program alone in another way. */
export function ones(change: (one: Progress, request: Request) => unknown): Mutation {
  return answered((answer, request) => {
    const body = answer.status === 200 ? jsonOf(answer) : undefined;
    // The conforming server answers a list or a program.
    return body === undefined || Array.isArray(body) ? answer : withBody(answer, change(body as Progress, request));
  });
}

/** Answers every program in another way, in the list and alone. */
export function programs(change: (program: Progress, request: Request) => unknown): Mutation {
  return answered((answer, request) => {
    if (answer.status !== 200) return answer;
    const body = jsonOf(answer);
    const each = (program: Progress) => change(program, request);
    return withBody(answer, Array.isArray(body) ? body.map(each) : each(body as Progress));
  });
}

/** The programs for which a test holds. */
export function programsThat(test: (program: Progress) => boolean, change: (program: Progress) => unknown): Mutation {
  return programs((program) => (test(program) ? change(program) : program));
}

/** Changes the value at a path such as `cards.rarity`, in every item of an array; what is null or absent stays so. */
export function at(path: string, change: (value: unknown) => unknown): (program: unknown) => unknown {
  const names = path.split('.');
  return (program) => changed(program, names, change);
}

/** The mutation that gives what stands at a path another value in every program. An undefined one leaves it out. */
export const puts = (path: string, change: (value: unknown) => unknown): Mutation => programs(at(path, change));

export const leavesOut = (path: string): Mutation => puts(path, () => undefined);

function changed(value: unknown, names: readonly string[], change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => changed(item, names, change));
  if (typeof value !== 'object' || value === null) return value;
  const [name = '', ...rest] = names;
  const properties = value as Loose;
  if (!(name in properties)) return value;
  return {
    ...properties,
    [name]: rest.length === 0 ? change(properties[name]) : changed(properties[name], rest, change),
  };
}

/** Answers an error in another way: by the object in its `status`. */
export function errors(change: (status: ErrorParts, answer: Answer, request: Request) => unknown): Mutation {
  return answered((answer, request) => {
    if (answer.status < 400) return answer;
    const { status } = jsonOf(answer) as { status: ErrorParts };
    return withBody(answer, change(status, answer, request));
  });
}

/** Answers an error with the parts of its `status` changed. */
export function errorParts(change: (status: ErrorParts, answer: Answer, request: Request) => Loose): Mutation {
  return errors((status, answer, request) => ({ status: { ...status, ...change(status, answer, request) } }));
}

export interface ErrorParts {
  readonly timestamp: number;
  readonly errorCode: number;
  readonly errorMessage: string;
}
