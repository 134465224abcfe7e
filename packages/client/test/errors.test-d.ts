// Checked by `tsc`.
import { GiftoinError, type NotFoundError, type RedirectError } from '../src/errors/giftoin-error.ts';

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
