import type { CollectionChallengeProgress, CollectionChallengeProgressList } from '@giftoin/types';
import { cardsOf } from './cards.ts';
import type { Finding } from './finding.ts';
import { quote } from './json.ts';

interface Identified {
  readonly path: string;
  readonly id: string;
}

/** Statement 2, of one program: no card id occurs twice. */
export function checkCardIds(progress: CollectionChallengeProgress): Finding[] {
  const cards = cardsOf(progress).map(({ path, card }) => ({ path, id: card.id }));
  return repeatedIds(cards, 'card', 'in a program');
}

/** Statement 2, of the list: no program id occurs twice. */
export function checkProgramIds(list: CollectionChallengeProgressList): Finding[] {
  const programs = list.map((progress, index) => ({ path: `[${index}]`, id: progress?.id }));
  return repeatedIds(programs, 'program', 'in the list');
}

function repeatedIds(items: readonly Identified[], kind: string, where: string): Finding[] {
  const firstPaths = new Map<string, string>();
  return items.flatMap(({ path, id }): Finding[] => {
    if (typeof id !== 'string') return [];
    const firstPath = firstPaths.get(id);
    if (firstPath === undefined) {
      firstPaths.set(id, path);
      return [];
    }
    const sentence = `The ${kind} id ${quote(id)} is also that of ${firstPath}, expected once ${where}.`;
    return [{ rule: '2-unique-ids', path: `${path}.id`, sentence }];
  });
}
