// Checked by `tsc`.
import {
  GiftoinError,
  isGiftoinError,
  type NetworkError,
  type NotFoundError,
  type RedirectError,
} from '../src/errors/giftoin-error.ts';
import type { OtherStatus } from '../src/errors/other-status.ts';

export function narrowed(error: unknown): string {
  if (!(error instanceof GiftoinError)) return '';
  if (error.status === 404) {
    const notFound: NotFoundError = error;
    return notFound.kind;
  }
  if (error.kind === 'redirect') {
    const redirect: RedirectError = error;
    return redirect.location ?? '';
  }
  if (error.status === undefined) return error.kind satisfies 'timeout' | 'aborted' | 'network' | 'badArgument';
  const status: number = error.status;
  return `${error.requestId}${status}`;
}

export function narrowedByFunction(error: unknown): string | undefined {
  if (!isGiftoinError(error)) return undefined;
  if (error.kind === 'network') {
    const network: NetworkError = error;
    return network.code;
  }
  return error.isRetryable ? error.name : undefined;
}

// The status codes that nginx and Cloudflare add.
export const added: readonly OtherStatus[] = [
  494, 495, 496, 497, 498, 499, 520, 521, 522, 523, 524, 525, 526, 527, 528, 529, 599,
];
