/** Formats a value for an error message, shortened to 100 characters. */
export function formatValue(value: unknown): string {
  return (typeof value === 'string' ? JSON.stringify(value) : String(value)).slice(0, 100);
}
