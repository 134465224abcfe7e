import { parameterPatterns } from '@giftoin/types';
import type { Answer, Mutation, Request } from '../server/exchange.ts';
import { asked, errorAnswer, instead } from './messages.ts';

/** What a target asks for; the parameters are as they were sent. */
export interface Sent {
  readonly platform: string;
  readonly platformUserId: string;
  /** Undefined where the list is asked for. */
  readonly programId?: string;
  /** With its question mark; empty where there is none. */
  readonly query: string;
}

export type ParameterName = 'platform' | 'platformUserId' | 'programId';

const parameterNames: readonly ParameterName[] = ['platform', 'platformUserId', 'programId'];
const target = /^\/api\/v1\/users\/([^/?]*)\/([^/?]*)\/progress\/collection-challenges(?:\/([^/?]*))?(\?.*)?$/s;

/** Undefined where it is no path of the contract. */
export function sentOf(request: Pick<Request, 'target'>): Sent | undefined {
  const [, platform, platformUserId, programId, query = ''] = target.exec(request.target) ?? [];
  if (platform === undefined || platformUserId === undefined) return undefined;
  return { platform, platformUserId, ...(programId !== undefined && { programId }), query };
}

export const isList = (request: Request): boolean => {
  const sent = sentOf(request);
  return sent !== undefined && sent.programId === undefined;
};
export const isOne = (request: Request): boolean => sentOf(request)?.programId !== undefined;

/** The same request with something else asked for. */
export function withSent(request: Request, change: (sent: Sent) => Partial<Sent>): Request {
  const sent = sentOf(request);
  if (!sent) return request;
  const { platform, platformUserId, programId, query } = { ...sent, ...change(sent) };
  const one = programId === undefined ? '' : `/${programId}`;
  return {
    ...request,
    target: `/api/v1/users/${platform}/${platformUserId}/progress/collection-challenges${one}${query}`,
  };
}

/** Decoded once, as the contract says; undefined where that cannot be done. */
export function decoded(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}

/** A parameter of a request, decoded; undefined where it is not there or cannot be decoded. */
export function parameterOf(request: Request, name: ParameterName): string | undefined {
  const raw = sentOf(request)?.[name];
  return raw === undefined ? undefined : decoded(raw);
}

/** Whether a value of a parameter is well-formed. */
export const isOf = (name: ParameterName, value: string) => new RegExp(parameterPatterns[name], 'u').test(value);

/** Whether a parameter of a request is malformed. */
export function isMalformed(request: Request, names: readonly ParameterName[] = parameterNames): boolean {
  const sent = sentOf(request);
  return names.some((name) => sent?.[name] !== undefined && !isOf(name, decoded(sent[name]) ?? ''));
}

/** Reads the parameters, as they were sent, in another way. */
export function reads(change: (raw: string) => string, names: readonly ParameterName[] = parameterNames): Mutation {
  return asked((request) =>
    withSent(request, (sent) => {
      const given = names.filter((name) => sent[name] !== undefined);
      return Object.fromEntries(given.map((name) => [name, change(sent[name] ?? '')]));
    }),
  );
}

/** A value of each parameter that the conforming server answers. */
const wellFormed = { platform: 'discord', platformUserId: '7', programId: 'program_123' } as const;

/** Takes values of a parameter that are malformed. */
export function lets(name: ParameterName, test: (value: string) => boolean): Mutation {
  return asked((request) => {
    const value = parameterOf(request, name);
    return value !== undefined && test(value) ? withSent(request, () => ({ [name]: wellFormed[name] })) : request;
  });
}

/** Refuses values of a parameter that are well-formed. */
export function refuses(name: ParameterName, test: (value: string) => boolean, answer = errorAnswer(400)): Mutation {
  return instead((request) => {
    const value = parameterOf(request, name);
    return value !== undefined && test(value);
  }, answer);
}

/** Fails, or answers otherwise, where the target as it was sent fits. */
export function onTarget(test: RegExp, change: Answer | ((answer: Answer) => Answer)): Mutation {
  return instead((request) => test.test(request.target), change);
}
