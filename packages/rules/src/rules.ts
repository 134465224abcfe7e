/** A rule: the number of its statement, and the statement in a sentence. */
export interface Rule {
  /** Null where the rule is none of the ten numbered statements. */
  readonly number: number | null;
  readonly statement: string;
}

/** Every rule by its id, in the order of their numbers; for reports and documentation. */
export const rules = {
  '1-counts': {
    number: 1,
    statement:
      'A user has collected at most as many cards as the collection has, and the percentage is their share, rounded down (0 for a collection of size 0).',
  },
  '2-unique-ids': {
    number: 2,
    statement: 'No card id occurs twice in a program, and no program id occurs twice in the list.',
  },
  '3-ownership': {
    number: 3,
    statement: 'A card is owned exactly where its owned quantity is above 0.',
  },
  '4-listed-cards': {
    number: 4,
    statement:
      'The listed cards are a part of the collection: neither all, nor the owned, nor the not owned are more than the counts allow.',
  },
  '5-reward': {
    number: 5,
    statement:
      'A reward can be claimed only for a complete collection and only once, and a claimed reward says when it was claimed.',
  },
  '6-duration': {
    number: 6,
    statement: 'A program does not end before it starts, and time is left exactly where it has an end.',
  },
  '7-list-and-one': {
    number: 7,
    statement: 'A program is in the list exactly where it answers 200 alone, and both answers are equal.',
  },
  '8-equal-headers': {
    number: 8,
    statement: 'The three headers for the API key give equal answers, errors included.',
  },
  '9-json': {
    number: 9,
    statement:
      'Every answer is `application/json`, valid JSON in UTF-8 without a byte order mark, and never repeats the API key that was sent.',
  },
  '10-no-server-error': {
    number: 10,
    statement: 'No input is answered with a 5xx.',
  },
  error: {
    number: null,
    statement:
      "An error has the server's time, the error code that belongs to its status, and a message for people: no markup, no stack trace.",
  },
} as const satisfies Readonly<Record<string, Rule>>;

/** The id of a rule: the number of its statement and what it is about. */
export type RuleId = keyof typeof rules;
