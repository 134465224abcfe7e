import type { OperationId } from '@giftoin/types';
import { responseSchemas } from '@giftoin/types/response-schemas';
import type { Answer } from './answer.ts';
import { WrongShapeError } from './errors.ts';
import type { RuleFinding } from './options.ts';
import type { Settings } from './settings.ts';
import { type Check, checkOf } from './shape-check.ts';

const checks: Record<string, Check> = {};

/**
 * Holds an answer against the document and the rules that are plugged in.
 *
 * @throws {WrongShapeError} that names the first place that does not fit, where the settings say so
 */
export function checkAnswer(
  operationId: OperationId,
  { value, attempts }: Answer,
  { answerCheck, rules = {}, onWarning = console.warn }: Settings,
): void {
  if (answerCheck === 'off') return;
  // Each rule takes the answer of its own operation, which the union of them cannot show.
  const rule = rules[operationId] as ((answer: unknown) => readonly RuleFinding[]) | undefined;
  checks[operationId] ??= checkOf(responseSchemas[operationId] ?? '');
  const misfit = checks[operationId](value) ?? rule?.(value)[0];
  if (!misfit) return;
  // That of an object as a whole starts with a dot.
  const path = misfit.path.replace(/^\./, '');
  const error = new WrongShapeError(`${path || 'the answer'}: ${misfit.sentence}`, { operationId, attempts, path });
  if (answerCheck === 'throw') throw error;
  onWarning(error);
}
