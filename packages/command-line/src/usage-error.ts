/** The command line cannot be used as it is. The message says what is wrong and what to do. The exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
