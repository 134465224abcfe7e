/** One thing that the contract demands of a server. */
export interface Requirement {
  /** The number in the contract; null for a requirement that is not one of the ten numbered ones. */
  readonly number: number | null;
  /** The requirement as a sentence. */
  readonly text: string;
}

/** Every requirement that this package checks, by its ID, in the order of the numbers. */
export const requirements = {
  '1-counts': {
    number: 1,
    text: 'collectedCount is at most size, and progressInPercentage is their ratio in percent, rounded down (0 if size is 0).',
  },
  '2-unique-ids': {
    number: 2,
    text: 'Card IDs are unique in a program, and program IDs are unique in the list.',
  },
  '3-ownership': {
    number: 3,
    text: 'isOwned is true if ownedQuantity is above 0, and false if it is 0.',
  },
  '4-listed-cards': {
    number: 4,
    text: 'cards lists at most size cards, at most collectedCount owned cards, and at most size − collectedCount cards that are not owned.',
  },
  '5-reward': {
    number: 5,
    text: 'A reward can be claimed only if the collection is complete, and only once. A claimed reward has a claimedTimestamp.',
  },
  '6-duration': {
    number: 6,
    text: 'A program does not end before it starts. timeLeft is a number if the program has an end, and null or absent if it has none.',
  },
  '7-list-and-one': {
    number: 7,
    text: 'A program is in the list if, and only if, its own URL returns 200. Both responses describe it with equal values.',
  },
  '8-equal-headers': {
    number: 8,
    text: 'The three API key headers lead to equal responses, errors included.',
  },
  '9-json': {
    number: 9,
    text: 'Every response is application/json: valid JSON in UTF-8 without a byte order mark. No response repeats the API key that was sent.',
  },
  '10-no-server-error': {
    number: 10,
    text: 'No request leads to a 5xx status code.',
  },
  error: {
    number: null,
    text: "An error has the server's time, the error code that belongs to its status code, and a message for people, without markup and stack traces.",
  },
} as const satisfies Readonly<Record<string, Requirement>>;

/** The ID of a requirement: its number in the contract and its subject. */
export type RequirementId = keyof typeof requirements;
