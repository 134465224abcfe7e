import type { Redact } from '@giftoin/protocol';

/**
 * Runs a function of the caller that must not change the outcome of a call: an error that it throws, also later, is printed
 * with `console.error`.
 *
 * @param name the name of the option, for the report
 */
export function runHook(name: string, hook: () => unknown, redact: Redact): void {
  const report = (thrown: unknown) => console.error(`giftoin-client: ${name} failed: ${redact(describe(thrown))}`);
  try {
    Promise.resolve(hook()).catch(report);
  } catch (thrown) {
    report(thrown);
  }
}

function describe(thrown: unknown): string {
  try {
    return String((thrown as Error | undefined)?.stack ?? thrown);
  } catch {
    return 'It threw a value that cannot be shown.';
  }
}
