/**
 * A change of the state of the sandbox. The steps since the last reset lead to the same situation again: they are in the URL.
 */
export type Step =
  | ({ readonly kind: 'scenario'; readonly scenario: string } & User)
  | ({
      readonly kind: 'grant' | 'revoke';
      readonly programId: string;
      readonly cardId: string;
      readonly quantity: number;
    } & User)
  | ({ readonly kind: 'complete'; readonly programId: string; readonly missing: number } & User)
  | ({ readonly kind: 'claim' | 'unclaim'; readonly programId: string } & User)
  | { readonly kind: 'clock'; readonly by: number }
  | { readonly kind: 'follow' };

/** A user on a platform. */
export interface User {
  readonly platform: string;
  readonly platformUserId: string;
}

/** Adds a step. A step that undoes or continues the last one replaces it. */
export function addStep(steps: readonly Step[], step: Step): readonly Step[] {
  if (step.kind === 'scenario') return [step];
  const last = steps.at(-1);
  const merged = last && mergeSteps(last, step);
  return merged ? [...steps.slice(0, -1), ...merged] : [...steps, step];
}

/** The steps that have the effect of two. Undefined if both are required. */
function mergeSteps(last: Step, step: Step): readonly Step[] | undefined {
  if (last.kind === 'clock' && step.kind === 'clock') {
    const by = last.by + step.by;
    return by === 0 ? [] : [{ kind: 'clock', by }];
  }
  if (last.kind === 'clock' && step.kind === 'follow') return [step];
  if (!('platform' in last && 'platform' in step && 'programId' in last && 'programId' in step)) return undefined;
  if (!isSameUser(last, step) || last.programId !== step.programId) return undefined;
  if (last.kind === 'claim' && step.kind === 'unclaim') return [];
  if ('cardId' in last && 'cardId' in step && last.cardId === step.cardId) {
    const quantity = toSigned(last) + toSigned(step);
    if (quantity === 0) return [];
    return [{ ...last, kind: quantity > 0 ? 'grant' : 'revoke', quantity: Math.abs(quantity) }];
  }
  return undefined;
}

/** Whether two users are the same. */
export function isSameUser(one: User, other: User): boolean {
  return one.platform === other.platform && one.platformUserId === other.platformUserId;
}

function toSigned({ kind, quantity }: Extract<Step, { cardId: string }>): number {
  return kind === 'grant' ? quantity : -quantity;
}
