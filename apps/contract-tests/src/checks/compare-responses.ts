import type { Operation } from '@giftoin/openapi';
import { checkEqualHeaders } from '@giftoin/rules';
import type { CheckContext } from '../model/check.ts';
import type { CompleteExchange } from '../model/exchange.ts';
import type { RequirementId } from '../model/requirements.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../model/suite-violation.ts';
import type { TestRequest } from '../model/test-request.ts';
import { recordUnstable, skipIfUnstable } from './repeat-violations.ts';

/** A request whose response must equal the response to another request. */
export interface Variant {
  /** Identifies the variant in violations, for example `no-query`. */
  readonly id: string;
  /** Completes "with …", for example `the query ?page=2`. */
  readonly name: string;
  readonly request: TestRequest;
}

/** How often both requests are repeated before a difference counts: the progress of a user can change more than once. */
const repetitions = 2;

/**
 * Records a violation if a request leads to another response than the first request. Repeats both before, because the
 * progress of the user can change between two requests.
 */
export async function compareResponses(
  server: ServerUnderTest,
  context: CheckContext,
  operation: Operation,
  requirement: RequirementId,
  [first, ...others]: readonly Variant[],
  likelyCause?: string,
): Promise<void> {
  if (!first) return;
  // A check of repeated requests says itself that they differ.
  const isRepeated = others.some(({ id }) => id === 'repeated');
  if (!isRepeated) skipIfUnstable(server, operation);
  let isUnstable: Promise<boolean> | undefined;
  const send = ({ request }: Variant) => context.send(operation, request);
  const compare = (one: CompleteExchange, other: CompleteExchange, variant: Variant) =>
    findFirstDifference(server, requirement, [first, one], [variant, other], likelyCause);
  const one = await send(first);
  await Promise.all(
    others.map(async (variant) => {
      const other = await send(variant);
      if (!one || !other || !compare(one, other, variant)) return;
      const plain = [one];
      for (let repetition = 1; ; repetition += 1) {
        const [oneAgain, otherAgain] = [await send(first), await send(variant)];
        if (!oneAgain || !otherAgain) return;
        plain.push(oneAgain);
        const difference = compare(oneAgain, otherAgain, variant);
        if (!difference) return;
        if (repetition < repetitions) continue;
        isUnstable ??= recordUnstable(server, context, operation, first.request, plain);
        if (!(await isUnstable)) context.record(otherAgain, [difference]);
        return;
      }
    }),
  );
}

function findFirstDifference(
  server: ServerUnderTest,
  requirement: RequirementId,
  [first, one]: readonly [Variant, CompleteExchange],
  [variant, other]: readonly [Variant, CompleteExchange],
  likelyCause: string | undefined,
): SuiteViolation | undefined {
  const [difference] = checkEqualHeaders(
    { header: first.name, status: one.response.status, body: one.response.json },
    { header: variant.name, status: other.response.status, body: other.response.json },
  );
  if (!difference) return undefined;
  return createViolation(server, {
    ...difference,
    requirement,
    values: { ...difference.values, variant: variant.id },
    expected: `the same response as with ${first.name}`,
    likelyCause,
    comparedWith: first.request,
  });
}
