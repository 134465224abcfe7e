/** What recorded traffic cannot show, whatever is recorded. */
export const trafficLimits: readonly string[] = [
  'Recorded traffic shows only requests that clients have sent. Run the checks against a server for the rest: missing and ' +
    'unknown API keys, malformed parameters, unknown IDs and users, the order of validation.',
  'Responses are checked one at a time. Differences between two responses, for example between the list and a single ' +
    'program, are not checked.',
  'A recording has decoded responses. It does not show how a response was sent: framing, compression, incomplete and late ' +
    'responses.',
];
