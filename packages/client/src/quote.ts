/** A value for a message, cut where it is long. */
export function quote(value: unknown): string {
  return (typeof value === 'string' ? JSON.stringify(value) : String(value)).slice(0, 100);
}
