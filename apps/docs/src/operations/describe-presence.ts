/** Who writes the value: a client in a request, or a server in a response. */
export type Direction = 'request' | 'response';

/** Describes whether a value can be absent, and whether it can be null. */
export function describePresence(direction: Direction, isRequired: boolean, isNullable: boolean): string {
  if (direction === 'request') return `${isRequired ? 'Required' : 'Optional'}${isNullable ? ', can be null' : ''}`;
  if (isRequired) return isNullable ? 'Always present, can be null' : 'Always present, never null';
  return isNullable ? 'Can be absent or null' : 'Can be absent, never null';
}
