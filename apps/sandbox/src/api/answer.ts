import { errorBody } from '@giftoin/http';

/** An answer, before it is written to a socket. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** An error in the contract's shape. */
export function errorAnswer(
  status: number,
  message: string,
  { errorCode = status, headers = {} }: { errorCode?: number; headers?: Readonly<Record<string, string>> } = {},
): Answer {
  return { status, headers, body: Buffer.from(JSON.stringify(errorBody(status, message, errorCode))) };
}

/** The contract's errors, as the sandbox says them. */
export const errors = {
  missingKey: () =>
    errorAnswer(401, 'The API key is missing. Send it in the header x-gft-api-key.', { errorCode: 1002 }),
  unknownKey: () => errorAnswer(401, 'The API key is not known.', { errorCode: 1001 }),
  overdue: () => errorAnswer(402, 'The subscription is overdue.'),
  planDenied: () => errorAnswer(403, 'The plan does not allow this request.'),
  notFound: () => errorAnswer(404, 'There is no such program, or it is not visible.'),
  /** @param wait milliseconds until the next request is taken */
  rateLimited: (wait: number) => {
    const seconds = Math.max(1, Math.ceil(wait / 1_000));
    const message = `There are too many requests. Wait ${seconds} s.`;
    return errorAnswer(429, message, { headers: { 'retry-after': String(seconds) } });
  },
  unavailable: () =>
    errorAnswer(503, 'The database does not answer. Ask again later.', { headers: { 'retry-after': '1' } }),
  unexpected: () => errorAnswer(500, 'Something unexpected happened.'),
} as const;
