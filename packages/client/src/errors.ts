import type { ErrorBody, OperationId } from '@giftoin/types';

/** How a call failed: it was answered with an error, it was never answered, or the answer could not be read. */
export type GiftoinErrorKind = 'answer' | 'network' | 'body';

/** The one error that a call throws. It never holds the API key. */
export class GiftoinError extends Error {
  override readonly name = 'GiftoinError';
  readonly kind: GiftoinErrorKind;
  readonly operationId: OperationId;
  /** The HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;
  /** The contract's error code: 1002 no API key, 1001 an unknown one, else the status. Undefined where none came. */
  readonly errorCode: number | undefined;
  /** The server's time, in milliseconds since 1970-01-01T00:00:00Z; undefined where none came. */
  readonly timestamp: number | undefined;

  constructor(
    kind: GiftoinErrorKind,
    operationId: OperationId,
    message: string,
    details: { status?: number; body?: unknown; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    const error = errorStatusOf(details.body);
    this.kind = kind;
    this.operationId = operationId;
    this.status = details.status;
    this.errorCode = error?.errorCode;
    this.timestamp = error && Number(error.timestamp);
  }
}

/** The contract's error in a body; undefined where the body is something else, such as a proxy's page. */
export function errorStatusOf(body: unknown): ErrorBody['status'] | undefined {
  const status = (body as Partial<ErrorBody> | undefined)?.status;
  return typeof status?.errorCode === 'number' && typeof status.errorMessage === 'string' ? status : undefined;
}
