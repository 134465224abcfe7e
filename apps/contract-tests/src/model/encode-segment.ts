/** Encodes a value for a path or a query. A lone surrogate, which UTF-8 cannot represent, becomes U+FFFD. */
export function encodeSegment(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}
