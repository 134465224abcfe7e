import { errorBody } from '@giftoin/http';

/** What the server answers, before it is written to a socket. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A JSON value; undefined for an answer without a body. */
  readonly body: unknown;
}

/**
 * An error in the contract's shape.
 *
 * @param message a sentence for people
 * @param errorCode the status, where the contract gives no code of its own
 */
export function errorAnswer(status: number, message: string, errorCode: number = status): Answer {
  return { status, headers: {}, body: errorBody(status, message, errorCode) };
}

/** An error of the document at the server's time: the time of its example is long past. */
export function errorNow(answer: Answer): Answer {
  const body = answer.body as { readonly status?: object } | undefined;
  if (!body?.status) return answer;
  return { ...answer, body: { ...body, status: { ...body.status, timestamp: Date.now() } } };
}
