/** Defects that the catalogue leaves out, each with the reason. */
export const leftOut: readonly (readonly [defect: string, reason: string])[] = [
  [
    'Keys are not compared in constant time.',
    'The network hides the difference unless thousands of requests are sent.',
  ],
  ['A key sees programs of another customer or environment.', 'A second key is required to know whose they are.'],
  [
    'A program that is not visible is returned on its own.',
    'Its ID is in no list. Only someone who knows it can test it.',
  ],
  ['The list leaves out a program that no option names.', 'Nothing shows that it exists. A known ID can be passed.'],
  ['User IDs are compared without case.', 'The ID of the one user has only digits.'],
  [
    'A user has the same progress on two known platforms.',
    'Accounts may be linked. A second user is required to know.',
  ],
  [
    'timeLeft does not match the end and the clock of the client.',
    'A sandbox may have its own clock. Only another unit, a time zone, and clocks that differ between programs, are found.',
  ],
  [
    'Dates are in another century.',
    'Any integer that is not in seconds is a date. The provider’s example has the time 1.',
  ],
  [
    'canClaim is false although the reward can be claimed.',
    'The contract defines when it may be true, not when it must.',
  ],
  [
    'isClaimed is true for a collection that is not complete.',
    'For a claimed reward, the contract only requires a time.',
  ],
  [
    'status is a new value, or in_progress at any time.',
    'It is an open set. Only known values that contradict the counts or the dates are found.',
  ],
  ['A key with an SQL injection is accepted.', 'That requires the right text. Security scanners try many.'],
  ['Two simultaneous requests get each other’s responses.', 'That requires load, which the suite does not create.'],
  ['Responses are slow.', 'The contract has no time limit.'],
  ['The timestamp of an error is off by hours.', 'The contract allows a difference of a day to the Date header.'],
  ['An error message is not helpful.', 'Markup and stack traces can be recognized, a bad sentence cannot.'],
  ['The key is repeated in another form, for example in Base64.', 'The contract forbids only the key as it was sent.'],
  ['A dot segment, an encoded slash or a long path gets another 4xx than 400.', 'It may come from a proxy.'],
  ['The errors 402, 403, 429 and 500 are wrong where they are never returned.', 'Keys that cause them are required.'],
  [
    'HEAD, OPTIONS, conditional and range requests are handled wrongly.',
    'The contract defines only plain GET requests.',
  ],
  ['An object has the same property twice.', 'JSON allows it, and parsers choose one of the two.'],
];
