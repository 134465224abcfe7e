import { StoreUnavailableError } from './engine.ts';
import type { Tls } from './postgres-url.ts';

/**
 * Creates a function that connects with the first setting that the server accepts, of those that `sslmode` allows. It starts
 * with the one that worked last.
 */
export function createTlsFallback<Result>(
  settings: readonly Tls[],
  connect: (tls: Tls) => Promise<Result>,
): () => Promise<Result> {
  let current = 0;
  return async () => {
    try {
      return await connect(settings[current] as Tls);
    } catch (error) {
      if (settings.length === 1 || !isRefusal(error)) throw error;
      const other = (current + 1) % settings.length;
      const result = await connect(settings[other] as Tls).catch((second: Error) => {
        // What the server itself says explains more than that it has no TLS.
        throw isTlsError(second) ? error : second;
      });
      // Only if it worked: a server that is about to stop must not end TLS for all connections that follow.
      current = other;
      return result;
    }
  };
}

/** Whether the server accepts only connections with TLS, or only those without. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof StoreUnavailableError)) return false;
  const { code } = error.cause as Error & { readonly code?: string };
  // 28000: no rule of the server accepts this connection. Poolers use 08P01.
  return code === '28000' || code === '08P01' || isTlsError(error);
}

function isTlsError({ cause }: Error): boolean {
  const { code, message } = cause as Error & { readonly code?: string };
  return /does not support SSL|error establishing an SSL|EPROTO|ERR_SSL/.test(`${code} ${message}`);
}
