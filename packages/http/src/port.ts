/**
 * The port that a flag or an environment variable gives.
 *
 * @param name where it was given, for the message
 * @returns a whole number from 0 to 65535; 0 asks for any free one
 * @throws {RangeError} that repeats the value and says what a port is
 */
export function parsePort(name: string, value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new RangeError(`${name} is ${JSON.stringify(value)}. A port is a whole number from 0 to 65535.`);
}
