import type { OperationId } from '@giftoin/types';
import { answerShapes } from '@giftoin/types/answers';
import { WrongShapeError } from './errors.ts';
import type { RuleFinding, Settings } from './options.ts';
import { misfitOf } from './shape-check.ts';

/**
 * Holds an answer against the document and the rules that are plugged in.
 *
 * @throws {WrongShapeError} that names the first place that does not fit, where the settings say so
 */
export function checkAnswer(
  operationId: OperationId,
  value: unknown,
  { answerCheck, rules, onWarning }: Pick<Settings, 'answerCheck' | 'rules' | 'onWarning'>,
): void {
  if (answerCheck === 'off') return;
  // Each rule takes the answer of its own operation, which the union of them cannot show.
  const rule = rules[operationId] as ((answer: unknown) => readonly RuleFinding[]) | undefined;
  const misfit = misfitOf(value, answerShapes[operationId] ?? '') ?? rule?.(value)[0];
  if (!misfit) return;
  const { path, sentence } = misfit;
  const details = { operationId, path, attempts: 1 };
  const error = new WrongShapeError(`The answer does not fit: ${path || 'the whole'}: ${sentence}`, details);
  if (answerCheck === 'throw') throw error;
  onWarning(error);
}
