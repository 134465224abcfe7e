/** What a code of the suite means. */
export interface SuiteCodeInfo {
  readonly meaning: string;
  /**
   * The names of the values that distinguish causes: violations with other values have another cause. Violations with
   * another requirement, code or path always have another cause.
   */
  readonly distinguishedBy: readonly string[];
}

/** The codes of violations that the suite finds, in addition to those of `@giftoin/rules` and the schema keywords. */
export const suiteCodes = {
  'connection-failed': { meaning: 'The server closed or rejected the connection.', distinguishedBy: [] },
  'response-incomplete': { meaning: 'The response ended before its end, or was not HTTP.', distinguishedBy: [] },
  'response-late': { meaning: 'There was no complete response before the timeout.', distinguishedBy: [] },
  'response-too-large': {
    meaning: 'The response is larger, or nested deeper, than the suite reads.',
    distinguishedBy: [],
  },
  'unexpected-status': {
    meaning: 'The status code or the error code is not the expected one.',
    distinguishedBy: ['status', 'errorCode', 'expectedStatus', 'expectedErrorCode'],
  },
  'status-not-documented': {
    meaning: 'The status code is below 400, and the document does not have it.',
    distinguishedBy: [],
  },
  'body-not-expected': {
    meaning: 'A response has a body, but the document has none for it.',
    distinguishedBy: ['status'],
  },
  'header-missing': { meaning: 'A response does not have a required header.', distinguishedBy: ['header'] },
  'header-malformed': { meaning: 'A header of a response does not fit its schema.', distinguishedBy: ['header'] },
  'content-encoding-unknown': {
    meaning: 'The Content-Encoding header names an encoding that was not requested.',
    distinguishedBy: [],
  },
  'content-encoding-mismatch': {
    meaning: 'The body is not encoded as the Content-Encoding header says.',
    distinguishedBy: ['encoding'],
  },
  'retry-after-missing': { meaning: 'A 429 has no Retry-After header.', distinguishedBy: [] },
  'retry-after-not-seconds': { meaning: 'The Retry-After header is not in whole seconds.', distinguishedBy: [] },
  'timestamp-far-from-now': {
    meaning: 'The time of an error is years away, and there is no Date header.',
    distinguishedBy: [],
  },
  'parameter-not-returned': { meaning: 'A response does not repeat a parameter of its request.', distinguishedBy: [] },
  'timestamp-in-seconds': { meaning: 'A time is in seconds.', distinguishedBy: [] },
  'time-left-in-seconds': { meaning: 'timeLeft is in seconds.', distinguishedBy: [] },
  'time-left-since-end': { meaning: 'timeLeft is the time since the end.', distinguishedBy: [] },
  'time-left-is-end': { meaning: 'timeLeft is the time of the end.', distinguishedBy: [] },
  'time-left-inconsistent': { meaning: 'The timeLeft of two programs implies different times.', distinguishedBy: [] },
  'repeat-differs': { meaning: 'The same request gets different responses.', distinguishedBy: [] },
  'time-zone-offset': { meaning: 'The times are in another time zone than UTC.', distinguishedBy: ['offset'] },
  'completed-while-incomplete': { meaning: 'A status is completed, but cards are missing.', distinguishedBy: [] },
  'upcoming-after-start': { meaning: 'A status is upcoming, but the program has started.', distinguishedBy: [] },
  'ended-before-end': { meaning: 'A status is ended, but the program has not ended.', distinguishedBy: [] },
  'visible-before-start': {
    meaning: 'A program is visible before its start, but should be hidden.',
    distinguishedBy: [],
  },
  'visible-after-end': { meaning: 'A program is visible after its end, but should be hidden.', distinguishedBy: [] },
  'unknown-user-has-progress': { meaning: 'An unknown user has progress.', distinguishedBy: [] },
  'visible-program-missing': { meaning: 'An unknown user does not get a visible program.', distinguishedBy: [] },
  'invisible-program-listed': {
    meaning: 'An unknown user gets a program that others do not get.',
    distinguishedBy: [],
  },
  'limit-exceeded': { meaning: 'A list has more items than its limit allows.', distinguishedBy: [] },
  'page-item-repeated': { meaning: 'An item is in two pages of a list.', distinguishedBy: [] },
  'page-item-missing': { meaning: 'An item of a list is in no page.', distinguishedBy: [] },
  'pages-endless': { meaning: 'A list has no last page.', distinguishedBy: [] },
  'idempotent-response-differs': {
    meaning: 'A request with the same idempotency key got another response.',
    distinguishedBy: [],
  },
  'users-confused': { meaning: 'A user with a similar ID has the same progress.', distinguishedBy: ['reason'] },
} as const satisfies Readonly<Record<string, SuiteCodeInfo>>;

/** The values that distinguish causes of a violation of `@giftoin/rules`, by its code. Other codes have none. */
export const distinguishingRuleValues: Readonly<Record<string, readonly string[]>> = {
  'api-key-in-header': ['header'],
  'body-differs': ['variant'],
  'status-differs': ['variant'],
  'listed-but-not-found': ['status'],
  'found-but-not-listed': ['status'],
  'list-item-differs': ['status'],
  'server-error': ['status'],
};
