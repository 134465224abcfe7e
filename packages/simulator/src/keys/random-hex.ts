/** Creates random hexadecimal digits, two for each byte. Unguessable, also in pages that are not served over HTTPS. */
export function createRandomHex(byteCount: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(byteCount));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
