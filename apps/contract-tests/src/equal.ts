import type { Operation } from '@giftoin/openapi';
import { checkEqualHeaders } from '@giftoin/rules';
import type { Asking } from './check.ts';
import type { Answered, Fault } from './recorder.ts';
import type { Sent } from './server.ts';
import type { StatementId } from './statements.ts';

/** A request whose answer is to equal another's, and its name in a sentence: "… with NAME". */
export interface Variant {
  readonly sent: Sent;
  readonly name: string;
}

/** How often both answers are read again before a difference counts: a user may move on more than once. */
const readings = 2;

/**
 * Records where requests get another answer than the first of them. Both are sent again before it counts: the user may
 * have moved on in between.
 */
export async function compare(
  asking: Asking,
  operation: Operation,
  statement: StatementId,
  [one, ...others]: readonly Variant[],
  likelyCause?: string,
): Promise<void> {
  if (!one) return;
  const ask = ({ sent }: Variant) => asking.get(operation, sent);
  const differences = (first: Answered, second: Answered, other: Variant) =>
    checkEqualHeaders(
      { header: one.name, status: first.answer.status, body: first.answer.json },
      { header: other.name, status: second.answer.status, body: second.answer.json },
      [],
    ).map(
      ({ path, sentence }): Fault => ({
        statement,
        cause: `${statement}: ${other.name}: ${path.replaceAll(/\[\d+\]/g, '')}`,
        sentence,
        expected: `the same as with ${one.name}`,
        likelyCause,
        comparedWith: one.sent,
      }),
    );
  const first = await ask(one);
  await Promise.all(
    others.map(async (other) => {
      const second = await ask(other);
      if (!first || !second || differences(first, second, other).length === 0) return;
      for (let reading = 1; ; reading += 1) {
        const [firstAgain, secondAgain] = [await ask(one), await ask(other)];
        if (!firstAgain || !secondAgain) return;
        const [difference] = differences(firstAgain, secondAgain, other);
        if (!difference) return;
        if (reading === readings) return asking.record(secondAgain, [difference]);
      }
    }),
  );
}
