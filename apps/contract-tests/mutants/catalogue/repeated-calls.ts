import { at, type Progress } from '../changes/bodies.ts';
import { errorAnswer, jsonAnswer, jsonOf, numbered, withBody } from '../changes/messages.ts';
import { isList } from '../changes/targets.ts';
import { defects, type Row } from '../mutant.ts';
import type { Answer, Mutation } from '../server/exchange.ts';

/** Changes successes by how often the same was asked for, from 1. */
const again =
  (change: (answer: Answer, time: number) => Answer): Mutation =>
  (ask) => {
    const times = new Map<string, number>();
    return async (request) => {
      const answer = await ask(request);
      if (answer.status !== 200) return answer;
      const time = (times.get(request.target) ?? 0) + 1;
      times.set(request.target, time);
      return change(answer, time);
    };
  };

const everyProgram = (answer: Answer, change: (program: unknown) => unknown) => {
  const body = jsonOf(answer);
  return withBody(answer, Array.isArray(body) ? body.map(change) : change(body));
};

const rows: readonly Row[] = [
  [
    'two-nodes',
    'every second answer is from a node that is behind',
    numbered((answer, number) =>
      answer.status === 200 && number % 2 === 0
        ? everyProgram(
            answer,
            at('cards.ownedQuantity', (count) => Math.min(1, Number(count))),
          )
        : answer,
    ),
  ],
  [
    'counted',
    'the description counts how often a program was read',
    again((answer, time) =>
      everyProgram(
        answer,
        at('description', (text) => `${text} (${time})`),
      ),
    ),
  ],
  [
    'list-turned',
    'every second list is in the other order',
    again((answer, time) => {
      const body = jsonOf(answer);
      return Array.isArray(body) && time % 2 === 0 ? withBody(answer, body.toReversed()) : answer;
    }),
  ],
  [
    'cards-turned',
    'the cards begin with another one each time',
    again((answer, time) =>
      everyProgram(
        answer,
        at('cards', (cards) => turned(cards as Progress['cards'], time)),
      ),
    ),
  ],
  [
    'created-now',
    'createdTimestamp is the time of the answer',
    again((answer, time) =>
      everyProgram(
        answer,
        at('createdTimestamp', () => Date.now() + time),
      ),
    ),
  ],
  [
    'second-500',
    'the same request fails the second time',
    again((answer, time) => (time === 2 ? errorAnswer(500) : answer)),
  ],
  [
    'second-304',
    'the same request is not modified the second time',
    again((answer, time) => (time > 1 ? { status: 304, headers: [['ETag', '"1"']], body: Buffer.from('') } : answer)),
  ],
  [
    'second-409',
    'the same request is a conflict the second time',
    again((answer, time) => (time === 2 ? errorAnswer(409) : answer)),
  ],
  [
    'second-empty',
    'the list is empty from the second time on',
    (ask) => {
      let lists = 0;
      return async (request) => {
        const answer = await ask(request);
        if (answer.status !== 200 || !isList(request)) return answer;
        lists += 1;
        return lists > 1 ? jsonAnswer(200, []) : answer;
      };
    },
  ],
  [
    'after-error',
    'what follows a malformed parameter is refused with it',
    (ask) => {
      let isSpoilt = false;
      return async (request) => {
        const answer = await ask(request);
        const refused = isSpoilt && answer.status === 200;
        isSpoilt = answer.status === 400;
        return refused ? errorAnswer(400) : answer;
      };
    },
  ],
  [
    'now-and-then-500',
    'one answer in twenty is a failure',
    numbered((answer, number) => (number % 20 === 9 ? errorAnswer(500) : answer)),
  ],
  [
    'now-and-then-503',
    'one answer in thirty is a 503 with Retry-After',
    numbered((answer, number) =>
      number % 30 === 9
        ? {
            ...errorAnswer(503),
            headers: [
              ['Content-Type', 'application/json'],
              ['Retry-After', '0'],
            ],
          }
        : answer,
    ),
  ],
  [
    'now-and-then-cut',
    'one answer in twenty is cut off',
    numbered((answer, number) => (number % 20 === 9 ? { ...answer, cut: -20 } : answer)),
  ],
  [
    'now-and-then-empty',
    'one success in ten has no body',
    numbered((answer, number) =>
      answer.status === 200 && number % 10 === 9 ? withBody(answer, Buffer.from('')) : answer,
    ),
  ],
];

function turned(cards: Progress['cards'], by: number): Progress['cards'] {
  const start = cards.length === 0 ? 0 : by % cards.length;
  return [...cards.slice(start), ...cards.slice(0, start)];
}

export const repeatedCallDefects = defects('repeated calls', rows);
