import type { InjectedFault } from '@giftoin/types/sandbox-control';
import { type Answer, errorAnswer, errors } from './answer.ts';

/** What a fault answers; undefined where it only delays or cuts. */
export function faultAnswer({ status, errorCode }: InjectedFault): Answer | undefined {
  if (status === undefined) return undefined;
  const answer = usual[status]();
  if (errorCode === undefined) return answer;
  const { errorMessage } = JSON.parse(answer.body.toString()).status as { errorMessage: string };
  return errorAnswer(status, errorMessage, { errorCode, headers: answer.headers ?? {} });
}

const usual: Readonly<Record<NonNullable<InjectedFault['status']>, () => Answer>> = {
  400: () => errorAnswer(400, 'A parameter is missing or invalid.'),
  401: errors.unknownKey,
  402: errors.overdue,
  403: errors.planDenied,
  404: errors.notFound,
  429: () => errors.rateLimited(1_000),
  500: errors.unexpected,
};
