import { hideKeys } from './api-keys.ts';
import { differenceSentence, differencesOf } from './equality.ts';
import type { Finding } from './finding.ts';

const rule = '8-equal-headers';

/** An answer, and the header that carried the API key in its request. */
export interface ResponseByHeader {
  /** The name of the header, as it was sent. */
  readonly header: string;
  /** The HTTP status. */
  readonly status: number;
  /** The body, parsed: a program, a list, an error, or any other JSON. */
  readonly body: unknown;
}

/**
 * Statement 8: the three headers give equal answers, errors included. Equal are the status and the body: of programs
 * and errors the properties that the document names, without `timeLeft` and the `timestamp` of an error; of any other
 * JSON all properties. Absent is the same as null; the order of arrays counts, that of properties does not.
 *
 * The user may have moved on between the two answers: where there are findings, read both once more before they count.
 *
 * @param keysSent the API keys that were sent: a message that repeats one is quoted without it
 * @returns the first differences, at most ten; the status alone where it differs
 */
export function checkEqualHeaders(
  one: ResponseByHeader,
  other: ResponseByHeader,
  keysSent: readonly string[],
): Finding[] {
  const oneName = `with ${one.header}`;
  const otherName = `with ${other.header}`;
  if (one.status !== other.status) {
    const sentence = `The status is ${one.status} ${oneName} and ${other.status} ${otherName}, expected equal.`;
    return [{ rule, path: '', sentence }];
  }
  const findings = differencesOf(one.body, other.body).map(
    (difference): Finding => ({
      rule,
      path: difference.path,
      sentence: differenceSentence(difference, oneName, otherName),
    }),
  );
  return hideKeys(findings, keysSent);
}
