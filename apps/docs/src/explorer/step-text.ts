import { isSameUser, type Step, type User } from './steps.ts';

/** Formats steps for the URL: words separated by `*`, which no ID contains. The user of a step is omitted if it is `user`. */
export function formatSteps(steps: readonly Step[], user: User): string {
  return steps
    .map((step) => {
      const owner = 'platform' in step && !isSameUser(step, user) ? [step.platform, step.platformUserId] : [];
      return [step.kind, ...listValues(step), ...owner].join('*');
    })
    .join(' ');
}

function listValues(step: Step): readonly (string | number)[] {
  switch (step.kind) {
    case 'scenario':
      return [step.scenario];
    case 'grant':
    case 'revoke':
      return [step.programId, step.cardId, step.quantity];
    case 'complete':
      return [step.programId, step.missing];
    case 'claim':
    case 'unclaim':
      return [step.programId];
    case 'clock':
      return [step.by];
    case 'follow':
      return [];
  }
}

/** Parses steps. Omits what is not a step, because a link can come from another version of this page. */
export function parseSteps(text: string, user: User): readonly Step[] {
  return text.split(' ').flatMap((words) => {
    const step = parseStep(words.split('*'), user);
    return step ? [step] : [];
  });
}

function parseStep([kind, ...values]: readonly string[], user: User): Step | undefined {
  const [first = '', second = '', third = ''] = values;
  const owner = (start: number): User => {
    const [platform, platformUserId] = values.slice(start);
    return platform && platformUserId ? { platform, platformUserId } : user;
  };
  switch (kind) {
    case 'scenario':
      return first ? { kind, scenario: first, ...owner(1) } : undefined;
    case 'grant':
    case 'revoke':
      return isCount(third) && Number(third) > 0
        ? { kind, programId: first, cardId: second, quantity: Number(third), ...owner(3) }
        : undefined;
    case 'complete':
      return isCount(second) ? { kind, programId: first, missing: Number(second), ...owner(2) } : undefined;
    case 'claim':
    case 'unclaim':
      return first ? { kind, programId: first, ...owner(1) } : undefined;
    case 'clock':
      return /^-?\d{1,15}$/.test(first) ? { kind, by: Number(first) } : undefined;
    case 'follow':
      return { kind };
    default:
      return undefined;
  }
}

function isCount(text: string): boolean {
  return /^\d{1,9}$/.test(text);
}
