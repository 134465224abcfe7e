import type { RuleId } from '@giftoin/rules';
import {
  askedFaults,
  errorFaults,
  formFaults,
  keyFaults,
  programsOf,
  retryAfterFaults,
  ruleFaults,
  schemaFaults,
  serverErrorFaults,
  successFaults,
} from './answer-faults.ts';
import type { Answered, Fault } from './recorder.ts';
import type { Server } from './server.ts';
import type { StatementId } from './statements.ts';
import { timeFaults } from './times.ts';

/** What holds of every answer, whatever was asked: checked wherever an answer comes from. */
export interface AnswerCheck {
  readonly id: string;
  readonly title: string;
  readonly statement: StatementId;
  /** Whether it holds of the refusals of a proxy too. */
  readonly ofProxies?: boolean;
  /** Whether the check says anything of such an answer. */
  applies(answered: Answered): boolean;
  faultsOf(server: Server, answered: Answered): readonly Fault[];
}

const always = () => true;
const isSuccess = ({ answer }: Answered) => answer.status === 200;
const isError = ({ answer }: Answered) => answer.status >= 400;

export const answerChecks: readonly AnswerCheck[] = [
  {
    id: 'answers/json',
    title: 'Every answer is valid JSON in UTF-8, and says so',
    statement: '9-json',
    applies: always,
    faultsOf: formFaults,
  },
  {
    id: 'answers/no-key',
    title: 'No answer repeats an API key',
    statement: '9-json',
    ofProxies: true,
    applies: always,
    faultsOf: keyFaults,
  },
  {
    id: 'answers/no-server-error',
    title: 'No input is answered with a 5xx',
    statement: '10-no-server-error',
    ofProxies: true,
    applies: ({ sent, answer }) => sent.wants !== answer.status,
    faultsOf: (_, { answer }) => serverErrorFaults(answer),
  },
  {
    id: 'answers/success',
    title: 'Success is 200 alone, and nothing is redirected',
    statement: 'success',
    ofProxies: true,
    applies: ({ answer }) => answer.status < 400,
    faultsOf: (_, { answer }) => successFaults(answer),
  },
  {
    id: 'answers/schema',
    title: 'Every 200 fits its schema',
    statement: 'schemas',
    applies: isSuccess,
    faultsOf: schemaFaults,
  },
  {
    id: 'answers/error',
    title: 'Every error has the body that the document says',
    statement: 'error',
    applies: isError,
    faultsOf: (server, answered) => [...schemaFaults(server, answered), ...errorFaults(answered.answer)],
  },
  {
    id: 'answers/retry-after',
    title: 'Every 429 says in whole seconds when to ask again',
    statement: 'retry-after',
    applies: ({ answer }) => answer.status === 429,
    faultsOf: (_, { answer }) => retryAfterFaults(answer),
  },
  ...(
    [
      ['1-counts', 'Every program counts its cards and rounds its percentage down'],
      ['2-unique-ids', 'No id of a card or a program comes twice'],
      ['3-ownership', 'Every card is owned exactly where its quantity is above 0'],
      ['4-listed-cards', 'No program lists more cards than it counts'],
      ['5-reward', 'Every reward can be claimed once, and only for a complete collection'],
      ['6-duration', 'Every program ends after it starts, and has time left exactly where it ends'],
    ] as const
  ).map(([rule, title]) => ruleCheck(rule, title)),
  {
    id: 'answers/asked',
    title: 'Every answer is of what was asked for',
    statement: 'asked',
    applies: (answered) =>
      isSuccess(answered) &&
      !answered.sent.mayBeFolded &&
      answered.operation.parameters.some(({ returnedAs }) => returnedAs !== undefined),
    faultsOf: askedFaults,
  },
  {
    id: 'answers/times',
    title: 'Every time is in milliseconds',
    statement: 'times',
    applies: (answered) => isSuccess(answered) && programsOf(answered).length > 0,
    faultsOf: (server, answered) => timeFaults(programsOf(answered), answered.answer.headers.date?.[0], server.isMock),
  },
];

function ruleCheck(rule: RuleId, title: string): AnswerCheck {
  return {
    id: `answers/${rule}`,
    title,
    statement: rule,
    applies: (answered) => isSuccess(answered) && programsOf(answered).length > 0,
    faultsOf: (_, answered) => ruleFaults(answered, rule),
  };
}
