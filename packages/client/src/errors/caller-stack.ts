/**
 * Replaces the stack of an error by the stack of the call that led to it. An error that is created when a response arrives
 * has no line of the caller: the stack of a call ends where it starts to wait.
 *
 * @param site an error that was created when the method was called
 */
export function addCallerStack<Thrown extends Error>(error: Thrown, { stack }: Error): Thrown {
  const header = `${error.name}: ${error.message}`;
  // A program can set Error.prepareStackTrace, which can return anything. Only some engines start a stack with a header.
  return typeof stack === 'string'
    ? Object.assign(error, { stack: stack.replace(/^Error:? ?(?=\n|$)/, () => header) })
    : error;
}
