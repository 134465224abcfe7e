import { createUnknownApiKeyError, RequestError } from '@giftoin/http/portable';
import type { InjectedFault } from '@giftoin/types/sandbox-control';
import { createNotFoundError, createOverdueError, createPlanDeniedError, createRateLimitError } from './errors.ts';

/** The error that an injected fault replaces the response with. Undefined if it only delays or cuts the response. */
export function toInjectedError({ status, errorCode }: InjectedFault): RequestError | undefined {
  if (status === undefined) return undefined;
  const error = errors[status]();
  return errorCode === undefined ? error : new RequestError(status, error.message, { ...error, errorCode });
}

const errors: Readonly<Record<NonNullable<InjectedFault['status']>, () => RequestError>> = {
  400: () => new RequestError(400, 'A parameter is missing or malformed.'),
  401: createUnknownApiKeyError,
  402: createOverdueError,
  403: createPlanDeniedError,
  404: createNotFoundError,
  429: () => createRateLimitError(1_000),
  500: () => new RequestError(500, 'An unexpected error occurred.'),
};
