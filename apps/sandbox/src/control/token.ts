/** The token of the control side where none is given, which holds on this machine alone. */
export const defaultToken = 'sandbox-control';

/** Whether a text can be a token: it travels in a header, and an empty one would let everybody in. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

/** What to say of a text that cannot; the text itself is secret. */
export const noToken = 'The token of the control side has to be of visible ASCII characters, at least one.';
