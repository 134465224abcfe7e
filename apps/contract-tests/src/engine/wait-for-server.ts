import type { Operation } from '@giftoin/openapi';
import type { Transport } from '../connection/create-transport.ts';
import { describeCertificateError } from '../diagnosis/describe-certificate-error.ts';
import { describeConnectionError } from '../diagnosis/describe-connection-error.ts';
import { describeResponse } from '../diagnosis/describe-response.ts';
import { isFromApi } from '../diagnosis/is-from-api.ts';
import { type ContractOptions, CouldNotRunError, defaultOptions } from '../model/contract-options.ts';
import { NoResponseError } from '../model/no-response-error.ts';
import { createTarget, type ServerUnderTest } from '../model/server-under-test.ts';
import { createOutgoingRequest } from './create-outgoing-request.ts';

/** The pause between two attempts, in milliseconds. */
const pause = { first: 100, growth: 1.5, longest: 2_000 };

/** These do not go away by waiting: redirects, logins and blocks. */
const lastingStatuses = [301, 302, 303, 307, 308, 401, 403, 407];

/**
 * Sends a request again and again until the server responds as the API, or in a way that waiting does not change.
 *
 * Throws CouldNotRunError if it does not within the time of the options, or the run is cancelled.
 */
export async function waitForServer(
  server: ServerUnderTest,
  transport: Transport,
  { wait = 0, timeout = defaultOptions.timeout, onWait, signal }: ContractOptions,
): Promise<void> {
  const [operation] = server.contract.reads;
  if (!operation || wait <= 0) return;
  const started = performance.now();
  for (let delay = pause.first; ; delay = Math.min(delay * pause.growth, pause.longest)) {
    const timeLeft = wait - (performance.now() - started);
    const reason = await findReason(server, operation, transport, Math.max(1, Math.min(timeout, timeLeft)));
    const elapsed = performance.now() - started;
    onWait?.({ elapsed, reason });
    if (reason === undefined) return;
    if (signal?.aborted) throw new CouldNotRunError('The run was cancelled while it waited for the server.');
    if (elapsed >= wait) throw new CouldNotRunError(`${reason} The run has waited ${wait / 1000} s.`);
    await sleep(Math.min(delay, wait - elapsed), signal);
  }
}

/** Why the server is not ready; undefined if it is, or if waiting changes nothing. */
async function findReason(
  server: ServerUnderTest,
  operation: Operation,
  transport: Transport,
  timeout: number,
): Promise<string | undefined> {
  const request = {};
  const sent = { operation, request, target: createTarget(server, operation, request) };
  try {
    const response = await transport.send(createOutgoingRequest(server, sent), { timeout, isFresh: true });
    const exchange = { ...sent, response };
    const isReady = isFromApi(server, exchange) || lastingStatuses.includes(response.status);
    return isReady ? undefined : describeResponse(server, exchange);
  } catch (error) {
    if (!(error instanceof NoResponseError)) throw error;
    if (describeCertificateError('', error.cause as Error | undefined) !== undefined) return undefined;
    return await describeConnectionError(server.address, error);
  }
}

function sleep(duration: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, duration);
    signal?.addEventListener('abort', end);
  });
}
