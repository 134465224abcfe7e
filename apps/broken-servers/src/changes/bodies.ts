import type { CollectionChallengeProgress } from '@giftoin/types';
import type { Change, RawRequest, RawResponse } from '../server/respond.ts';
import { changeResponse, onSuccess, parseBody, withBody } from './responses.ts';

export type Progress = CollectionChallengeProgress;

/** Whether a body is a program, or a list of programs. Other operations of the document return other values. */
function hasPrograms(body: unknown): body is Progress | Progress[] {
  return [body].flat().every((item) => typeof item === 'object' && item !== null && 'cards' in item);
}

type ProgramChange = (program: Progress, request: RawRequest) => unknown;

/** Returns the percentage of the collection that is owned, not rounded. */
export const computePercentage = ({ collectedCount, size }: Pick<Progress, 'collectedCount' | 'size'>): number =>
  size === 0 ? 0 : (100 * collectedCount) / size;

/** Changes the list of programs. */
export function changeList(change: (list: Progress[], request: RawRequest) => unknown): Change {
  return onSuccess((response, request) => {
    const body = parseBody(response);
    return Array.isArray(body) && hasPrograms(body) ? withBody(response, change(body, request)) : response;
  });
}

/** Changes every program in the list, but not in the response for a single program. */
export function changeListed(change: ProgramChange): Change {
  return changeList((list, request) => list.map((program) => change(program, request)));
}

/** Changes the program in the response for a single program, but not in the list. */
export function changeSingle(change: ProgramChange): Change {
  return onSuccess((response, request) => {
    const body = parseBody(response);
    return Array.isArray(body) || !hasPrograms(body) ? response : withBody(response, change(body as Progress, request));
  });
}

/** Changes every program, in the list and in the response for a single program. */
export function changePrograms(change: ProgramChange): Change {
  return onSuccess((response, request) => changeProgramsOf(response, (program) => change(program, request)));
}

/** Changes the programs of one response. */
export function changeProgramsOf(response: RawResponse, change: (program: Progress) => unknown): RawResponse {
  const body = parseBody(response);
  if (!hasPrograms(body)) return response;
  return withBody(response, Array.isArray(body) ? body.map((program) => change(program)) : change(body as Progress));
}

/** Changes the programs that pass a test. */
export function changeProgramsIf(test: (program: Progress) => boolean, change: (program: Progress) => unknown): Change {
  return changePrograms((program) => (test(program) ? change(program) : program));
}

export const hasId =
  (id: string) =>
  (program: { readonly id: string }): boolean =>
    program.id === id;

/**
 * Returns a function that changes the value at a path, for example `cards.rarity`, in every item of an array. A null object
 * on the way stays null, and a missing property stays missing. If the new value is undefined, the property is removed.
 */
export function atPath(path: string, change: (value: unknown) => unknown): (program: unknown) => unknown {
  const names = path.split('.');
  return (program) => changeAt(program, names, change);
}

/** Changes the value at a path in every program. */
export const changeProperty = (path: string, change: (value: unknown) => unknown): Change =>
  changePrograms(atPath(path, change));

export const setProperty = (path: string, value: unknown): Change => changeProperty(path, () => value);

export const removeProperty = (path: string): Change => changeProperty(path, () => undefined);

function changeAt(value: unknown, names: readonly string[], change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => changeAt(item, names, change));
  if (typeof value !== 'object' || value === null) return value;
  const [name = '', ...rest] = names;
  const properties = value as Record<string, unknown>;
  if (!(name in properties)) return value;
  return {
    ...properties,
    [name]: rest.length === 0 ? change(properties[name]) : changeAt(properties[name], rest, change),
  };
}

/** The properties of `status` in an error. */
export interface ErrorStatus {
  readonly timestamp: number;
  readonly errorCode: number;
  readonly errorMessage: string;
}

type ErrorChange<Result> = (status: ErrorStatus, response: RawResponse, request: RawRequest) => Result;

/** Replaces the body of every error. */
export function changeErrorBody(change: ErrorChange<unknown>): Change {
  return changeResponse((response, request) => {
    if (response.status < 400) return response;
    // Other operations of the document can have other errors.
    const status = (parseBody(response) as { status?: ErrorStatus } | undefined)?.status;
    return typeof status === 'object' ? withBody(response, change(status, response, request)) : response;
  });
}

/** Changes some properties of `status` in every error. */
export function changeErrorStatus(change: ErrorChange<object>): Change {
  return changeErrorBody((status, response, request) => ({
    status: { ...status, ...change(status, response, request) },
  }));
}
