import { SandboxControlError } from '@giftoin/simulator';
import type { Failure } from './exchange.ts';
import { type Browser, findCause } from './find-cause.ts';

/** Converts what a call of the control API has thrown. */
export async function toControlFailure(error: unknown, controlUrl: string, browser: Browser): Promise<Failure> {
  const { message } = error as Error;
  const status = error instanceof SandboxControlError ? error.status : undefined;
  const isUnreachable = error instanceof SandboxControlError && status === undefined && error.cause !== undefined;
  const cause = isUnreachable ? await findCause(controlUrl, browser) : undefined;
  return { kind: 'control', message, status, cause, origin: controlUrl };
}
