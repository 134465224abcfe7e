import { RequestError } from '@giftoin/http/portable';
import { formatRetryAfter } from '@giftoin/protocol';

/** 402: the subscription is overdue. */
export function createOverdueError(): RequestError {
  return new RequestError(402, 'The subscription is overdue.');
}

/** 403: the plan of the API key does not allow the request. */
export function createPlanDeniedError(): RequestError {
  return new RequestError(403, 'The plan of this API key does not allow this request.');
}

/** 404: the program does not exist, or is not visible. */
export function createNotFoundError(): RequestError {
  return new RequestError(404, 'The program does not exist, or is not visible.');
}

/** 429, with `Retry-After`. @param delay the time until the next request is allowed, in milliseconds */
export function createRateLimitError(delay: number): RequestError {
  const seconds = formatRetryAfter(delay);
  return new RequestError(429, `Too many requests. Try again in ${seconds} s.`, {
    headers: { 'retry-after': seconds },
  });
}
