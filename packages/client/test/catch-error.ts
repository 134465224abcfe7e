/** Returns the error that a promise rejects with; undefined if it resolves. */
export async function catchError(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}
