/** What keeps a message from being a sentence for people; undefined where nothing does. */
export function messageFault(message: string): string | undefined {
  if (message.trim() === '') return 'is empty';
  if (markup.some((pattern) => pattern.test(message))) return 'has markup';
  if (stackTraces.some((pattern) => pattern.test(message))) return 'has a stack trace';
  return undefined;
}

const markup = [
  /<[a-z/!?][^<>]*>/i, // tags, comments, <!DOCTYPE …> and <?xml …>
  /&(?:[a-z]{2,}|#\d+|#x[\da-f]+);/i, // text that was escaped for markup, such as &quot;
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
