import { createViolation, type RuleViolation } from '../rule-violation.ts';

/** Checks that a message is a sentence for people. Quotes nothing of it, because it can contain an API key. */
export function checkErrorMessage(errorMessage: unknown): RuleViolation[] {
  if (typeof errorMessage !== 'string') return [];
  const { length } = errorMessage;
  const subject = `status.errorMessage, ${length} characters,`;
  const create = (
    code: 'error-message-empty' | 'error-message-markup' | 'error-message-stack-trace',
    problem: string,
  ) => [
    createViolation(code, 'status.errorMessage', { length }, `${subject} ${problem}. Expected a sentence for people.`),
  ];
  if (errorMessage.trim() === '') return create('error-message-empty', 'is empty');
  if (markup.some((pattern) => pattern.test(errorMessage))) return create('error-message-markup', 'contains markup');
  if (stackTraces.some((pattern) => pattern.test(errorMessage)))
    return create('error-message-stack-trace', 'contains a stack trace');
  return [];
}

const markup = [
  /<[a-z/!?][^<>]*>/i, // tags, comments, <!DOCTYPE …> and <?xml …>
  /&(?:[a-z]{2,}|#\d+|#x[\da-f]+);/i, // text that was escaped for markup, for example &quot;
];

const stackTraces = [
  /^[ \t]+at \S/m, // JavaScript, Java, .NET
  /\bat [\w$.<>]+\((?:Native Method|Unknown Source)\)/, // the same, in one line
  /\w\.(?:[cm]?[jt]sx?|java|kt|scala|cs|go|rs):(?:line )?\d+/, // a line of a source file
  /^Traceback \(most recent call last\)|\bFile "[^"]+", line \d+/m, // Python
  /\.php(?:\(\d+\)|:\d+)|^#\d+ \S+\(\d+\): /m, // PHP
  /\.rb:\d+:in /, // Ruby
  /\bgoroutine \d+ \[/, // Go
  /^(?:Stack ?trace|Caused by|Exception in thread\b.*):/im,
];
