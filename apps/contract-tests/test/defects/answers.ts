import type { Body } from '../small-world.ts';
import { change, type Defect, eachProgram, first, where } from './breaking.ts';

/** The shapes of answers, and the rules that hold of them. */
export const answers: readonly Defect[] = [
  {
    name: 'the list is wrapped',
    foundBy: 'answers/schema',
    broken: where(
      ({ body }) => Array.isArray(body),
      (answer) => ({ ...answer, body: { data: answer.body } }),
    ),
  },
  {
    name: 'a property is missing',
    foundBy: 'answers/schema',
    broken: eachProgram((program) => {
      delete program.environment;
    }),
  },
  {
    name: 'an image is not https',
    foundBy: 'answers/schema',
    broken: eachProgram((program) => {
      program.image = 'http://example.com/a.png';
    }),
  },
  {
    name: 'a size is a text',
    foundBy: 'answers/schema',
    broken: eachProgram((program) => {
      program.size = String(program.size);
    }),
  },
  {
    name: 'the percentage is rounded',
    foundBy: 'answers/1-counts',
    broken: eachProgram((program) => {
      program.progressInPercentage = Math.round(
        (100 * Number(program.collectedCount)) / Math.max(1, Number(program.size)),
      );
    }),
  },
  {
    name: 'a card comes twice',
    foundBy: 'answers/2-unique-ids',
    broken: eachProgram((program) => {
      const cards = program.cards as Body[];
      if (cards[1]) cards[1].id = cards[0]?.id;
    }),
  },
  {
    name: 'a card is owned without a quantity',
    foundBy: 'answers/3-ownership',
    broken: eachProgram((program) => {
      const card = first(program, 'cards');
      if (card) card.ownedQuantity = 0;
    }),
  },
  {
    name: 'more cards are listed than there are',
    foundBy: 'answers/4-listed-cards',
    broken: eachProgram((program) => {
      if (program.size === 3) program.size = 2;
    }),
  },
  {
    name: 'a reward can be claimed too early',
    foundBy: 'answers/5-reward',
    broken: eachProgram((program) => {
      if (program.reward) (program.reward as Body).canClaim = true;
    }),
  },
  {
    name: 'time is left without an end',
    foundBy: 'answers/6-duration',
    broken: eachProgram((program) => {
      program.timeLeft ??= 0;
    }),
  },
  {
    name: 'times are in seconds',
    foundBy: 'answers/times',
    broken: eachProgram((program) => {
      program.createdTimestamp = Math.floor(Number(program.createdTimestamp) / 1000);
    }),
  },
  {
    name: 'the time left is in seconds',
    foundBy: 'answers/times',
    broken: eachProgram((program) => {
      if (program.timeLeft) program.timeLeft = Math.floor(Number(program.timeLeft) / 1000);
    }),
  },
  {
    name: 'the time left is of one program for all',
    foundBy: 'answers/times',
    broken: eachProgram((program) => {
      if (program.timeLeft !== null) program.timeLeft = 500_000_000;
    }),
  },
  {
    name: 'another program is answered',
    foundBy: 'answers/asked',
    broken: where(
      ({ status, body }) => status === 200 && !Array.isArray(body),
      (answer) => ({ ...answer, body: { ...(answer.body as Body), id: 'program_456' } }),
    ),
  },
  {
    name: 'a program alone differs from the list',
    foundBy: '/list-and-one',
    broken: where(
      ({ status, body }) => status === 200 && !Array.isArray(body),
      (answer) => ({ ...answer, body: { ...(answer.body as Body), name: 'Another' } }),
    ),
  },
  {
    name: 'a program of the list is not found alone',
    foundBy: '/list-and-one',
    broken: { find: (all, id) => all.find((program) => program.id === id && id !== 'ended') },
  },
  {
    name: 'a program is another each time',
    foundBy: 'getCollectionChallengeProgress/repeated',
    broken: (() => {
      let asked = 0;
      return eachProgram((program) => {
        asked += 1;
        program.description = `Read ${asked} times`;
      });
    })(),
  },
  {
    name: 'the list is in another order each time',
    foundBy: '/repeated',
    broken: (() => {
      let asked = 0;
      return change((answer) => {
        asked += 1;
        return Array.isArray(answer.body)
          ? { ...answer, body: [...answer.body.slice(asked % 5), ...answer.body.slice(0, asked % 5)] }
          : answer;
      });
    })(),
  },
];
