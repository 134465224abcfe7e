import type { Card, CollectionChallengeProgress } from '@giftoin/types';
import type { CompleteExchange } from '../../model/exchange.ts';
import { listPrograms } from './rule-violations.ts';
import { readServerClock } from './server-clock.ts';

type Program = CollectionChallengeProgress;

/** What a response must show so that a violation of a rule can be seen in it. */
interface SituationInfo {
  /** Completes "No … was seen". */
  readonly subject: string;
  /** What to pass, so that it is seen. */
  readonly advice: string;
  /** Whether the programs of a response show it. */
  isIn(programs: readonly Program[], dateHeader: string | undefined): boolean;
}

const withUser = (what: string) => `Pass a user ${what} with --user`;
const some = (test: (program: Program) => boolean) => (programs: readonly Program[]) => programs.some(test);

const isPartial = ({ collectedCount, size }: Program) => collectedCount > 0 && collectedCount < size;
const isComplete = ({ collectedCount, size }: Program) => size > 0 && collectedCount >= size;
const listCards = ({ cards }: Program): readonly Card[] => (Array.isArray(cards) ? cards.filter(Boolean) : []);

/** The situations in which a rule can be violated. */
export const situations = {
  progress: {
    subject: 'collection that is partial or complete, and no claimed reward',
    advice: withUser('with cards'),
    isIn: some((program) => isPartial(program) || isComplete(program) || program.reward?.isClaimed === true),
  },
  partial: {
    subject: 'collection that is complete in part',
    advice: withUser('who has some cards of a collection, but not all'),
    isIn: some(isPartial),
  },
  /** A size that divides 100 never leads to a percentage that must be rounded. */
  roundable: {
    subject: 'size that can lead to a percentage with decimal places',
    advice: '',
    isIn: some(({ size }) => size > 0 && 100 % size !== 0),
  },
  rounded: {
    subject: 'percentage that is rounded',
    advice: withUser('who has, for example, 1 of the 3 cards of a collection'),
    isIn: some(({ collectedCount, size }) => size > 0 && (100 * collectedCount) % size !== 0),
  },
  twoCards: {
    subject: 'program with two cards',
    advice: 'Pass a user with --user whose programs list cards',
    isIn: some((program) => listCards(program).length > 1),
  },
  twoPrograms: {
    subject: 'list of two programs',
    advice: 'Pass a key that sees two programs',
    isIn: (programs) => programs.length > 1,
  },
  ownedCard: {
    subject: 'card that is owned',
    advice: withUser('who has cards'),
    isIn: some((program) => listCards(program).some(({ ownedQuantity, isOwned }) => ownedQuantity > 0 || isOwned)),
  },
  missingCard: {
    subject: 'card that is not owned',
    advice: withUser('who does not have all cards'),
    isIn: some((program) => listCards(program).some(({ ownedQuantity, isOwned }) => ownedQuantity === 0 || !isOwned)),
  },
  partialCards: {
    subject: 'list of cards of a collection that is complete in part',
    advice: withUser('who has some cards of a collection, but not all'),
    isIn: some((program) => isPartial(program) && listCards(program).length > 0),
  },
  complete: {
    subject: 'complete collection',
    advice: withUser('who has all cards of a collection'),
    isIn: some(isComplete),
  },
  incompleteReward: {
    subject: 'reward of a collection that is not complete',
    advice: withUser('who does not have all cards'),
    isIn: some((program) => Boolean(program.reward) && !isComplete(program)),
  },
  claimed: {
    subject: 'claimed reward',
    advice: withUser('who has claimed a reward'),
    isIn: some(({ reward }) => reward?.isClaimed === true),
  },
  end: {
    subject: 'program with an end',
    advice: 'Pass a key that sees a program with an end',
    isIn: some(({ duration }) => Boolean(duration?.end)),
  },
  clock: {
    subject: 'clock of the server, in the timeLeft of a program,',
    advice: 'Pass a key that sees a program which has not ended',
    isIn: (programs, dateHeader) => readServerClock(programs, dateHeader) !== undefined,
  },
} as const satisfies Readonly<Record<string, SituationInfo>>;

export type Situation = keyof typeof situations;

const names = Object.keys(situations) as Situation[];

/** Adds the situations that a response shows. */
export function addSituations(seen: Set<Situation>, exchange: CompleteExchange): void {
  if (exchange.response.status !== 200 || seen.size === names.length) return;
  const programs = listPrograms(exchange);
  if (programs.length === 0) return;
  for (const name of names) {
    if (!seen.has(name) && situations[name].isIn(programs, exchange.response.headers.date?.[0])) seen.add(name);
  }
}

/** Says which situations were not seen, and what to pass; undefined if there are none. */
export function formatMissingSituations(missing: readonly Situation[], isMock: boolean): string | undefined {
  const seen = formatUnseen(missing);
  if (seen === undefined) return undefined;
  if (isMock) return `${seen}. The examples of this mock have none`;
  const advice = [...new Set(missing.map((name) => situations[name].advice))];
  return [seen, ...advice].join('. ');
}

/** Says which situations were not seen; undefined if there are none. */
export function formatUnseen(missing: readonly Situation[]): string | undefined {
  if (missing.length === 0) return undefined;
  const subjects = missing.map((name) => `no ${situations[name].subject}`);
  return `${subjects.join(' and ')} was seen, so that nothing could show a violation`;
}
