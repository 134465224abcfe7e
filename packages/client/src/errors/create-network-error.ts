import type { Redact } from '@giftoin/protocol';
import { toErrorCause } from './error-cause.ts';
import { NetworkError } from './giftoin-error.ts';

/** Codes of errors that a retry does not help against: an unknown host, a certificate, an invalid request. */
const permanentCodes =
  /^(ENOTFOUND|EPROTO|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_(SSL|TLS|INVALID)_|UND_ERR_(INVALID|NOT_SUPPORTED))/;

/** The messages of the errors that `fetch` throws without a code or a cause: in browsers, React Native and Deno. */
const networkMessages =
  /^(failed to fetch|network error|networkerror |load failed|the internet connection |network request failed|error sending request)/i;

/**
 * Creates the error of a request without a complete response. Its message names the origin and the reason: the innermost
 * cause, because Node.js only says "fetch failed" for all of them.
 *
 * @param isCustomFetch whether the caller provided `fetch`. A defect in it is not retried.
 */
export function createNetworkError(thrown: unknown, url: string, redact: Redact, isCustomFetch: boolean): NetworkError {
  const cause = toErrorCause(thrown, redact);
  let reason = '';
  let code = '';
  for (let error: NodeJS.ErrnoException | undefined = cause; error; error = error.cause as typeof cause | undefined) {
    reason = error.message || reason;
    // The codes of a DOMException are numbers, which say less than its message.
    if (/\D/.test(error.code ?? '')) code = error.code ?? '';
  }
  const isDefect =
    isCustomFetch &&
    !cause.cause &&
    !code &&
    /^(Type|Reference|Range|Syntax)Error$/.test(cause.name) &&
    !networkMessages.test(reason);
  const origin = /^\w+:\/\/[^/]+/.exec(url)?.[0];
  const shownCode = !code || reason.includes(code) ? '' : ` (${code})`;
  // Next.js throws an error with this mark while it prerenders a page. A retry would hide it from Next.js.
  const { digest } = Object(thrown) as { readonly digest?: unknown };
  const isMarked = typeof digest === 'string';
  return new NetworkError(`The request to ${origin} failed: ${reason.replace(/[.:?!]+$/, '')}${shownCode}.`, {
    cause,
    code: code || undefined,
    ...(isMarked && { digest }),
    isRetryable: !isMarked && !isDefect && !permanentCodes.test(code),
  });
}
