import { parameterPatterns } from '@giftoin/types';
import type { Change, RawRequest, RawResponse } from '../server/respond.ts';
import { user } from '../server/worlds.ts';
import { changeRequest, changeResponseIf, createErrorResponse } from './responses.ts';

/** The parts of a target. The parameters are not decoded. */
export interface Target {
  readonly platform: string;
  readonly platformUserId: string;
  /** Undefined in a request for the list. */
  readonly programId?: string;
  /** Starts with a question mark, or is empty. */
  readonly query: string;
}

export type ParameterName = 'platform' | 'platformUserId' | 'programId';

const parameterNames: readonly ParameterName[] = ['platform', 'platformUserId', 'programId'];
const targetPattern = /^\/api\/v1\/users\/([^/?]*)\/([^/?]*)\/progress\/collection-challenges(?:\/([^/?]*))?(\?.*)?$/s;

/** Returns undefined if the target is no path of the contract. */
export function parseTarget({ target }: Pick<RawRequest, 'target'>): Target | undefined {
  const [, platform, platformUserId, programId, query = ''] = targetPattern.exec(target) ?? [];
  if (platform === undefined || platformUserId === undefined) return undefined;
  return { platform, platformUserId, ...(programId !== undefined && { programId }), query };
}

export function formatTarget({ platform, platformUserId, programId, query }: Target): string {
  const single = programId === undefined ? '' : `/${programId}`;
  return `/api/v1/users/${platform}/${platformUserId}/progress/collection-challenges${single}${query}`;
}

export const isSingleRequest = (request: RawRequest): boolean => parseTarget(request)?.programId !== undefined;
export const isListRequest = (request: RawRequest): boolean =>
  parseTarget(request) !== undefined && !isSingleRequest(request);

/** Returns the value of a query parameter, or null. */
export const readQuery = (request: RawRequest, name: string): string | null =>
  new URLSearchParams(parseTarget(request)?.query ?? '').get(name);

/** Returns the request with some parts of its target changed. */
export function withTarget(request: RawRequest, change: (target: Target) => Partial<Target>): RawRequest {
  const target = parseTarget(request);
  return target ? { ...request, target: formatTarget({ ...target, ...change(target) }) } : request;
}

/** Percent-decodes a value once. Returns undefined if that is not possible. */
export function decodeOnce(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}

/** Returns the decoded value of a parameter. Undefined if it is missing or cannot be decoded. */
export function readParameter(request: RawRequest, name: ParameterName): string | undefined {
  const raw = parseTarget(request)?.[name];
  return raw === undefined ? undefined : decodeOnce(raw);
}

/** Whether a request is for the user who owns cards. */
export const isForOwner = (request: RawRequest): boolean =>
  readParameter(request, 'platform') === user.platform &&
  readParameter(request, 'platformUserId') === user.platformUserId;

export const isWellFormed = (name: ParameterName, value: string) =>
  new RegExp(parameterPatterns[name], 'u').test(value);

/** Whether one of the parameters of a request is malformed. */
export function hasMalformed(request: RawRequest, names: readonly ParameterName[] = parameterNames): boolean {
  const target = parseTarget(request);
  return names.some((name) => target?.[name] !== undefined && !isWellFormed(name, decodeOnce(target[name]) ?? ''));
}

/** Changes the parameters before they are decoded. */
export function changeRawParameters(change: (raw: string) => string, names = parameterNames): Change {
  return changeRequest((request) =>
    withTarget(request, (target) => {
      const present = names.filter((name) => target[name] !== undefined);
      return Object.fromEntries(present.map((name) => [name, change(target[name] ?? '')]));
    }),
  );
}

/** Changes the parameters after they are decoded and before they are validated. */
export function changeParameters(change: (value: string) => string, names = parameterNames): Change {
  return changeRawParameters((raw) => {
    const value = decodeOnce(raw);
    return value === undefined ? raw : encodeURIComponent(change(value));
  }, names);
}

const validValues = { platform: 'discord', platformUserId: '7', programId: 'program_123' } as const;

/** Accepts malformed values of a parameter that pass a test. */
export function acceptParameter(name: ParameterName, test: (value: string) => boolean): Change {
  return changeRequest((request) => {
    const value = readParameter(request, name);
    return value !== undefined && test(value) ? withTarget(request, () => ({ [name]: validValues[name] })) : request;
  });
}

/** Rejects well-formed values of a parameter that pass a test. Default response: 400. */
export function rejectParameter(
  name: ParameterName,
  test: (value: string) => boolean,
  response = createErrorResponse(400),
): Change {
  return changeResponseIf((request) => {
    const value = readParameter(request, name);
    return value !== undefined && test(value);
  }, response);
}

/** Changes the response if the target, as it was sent, matches a pattern. */
export function onTarget(pattern: RegExp, change: RawResponse | ((response: RawResponse) => RawResponse)): Change {
  return changeResponseIf((request) => pattern.test(request.target), change);
}
