/** The default token of the control API. It is accepted only if no other machine can reach the control API. */
export const defaultToken = 'sandbox-control';

/** Whether a text can be a token. A token is sent in a header, and must not be empty. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

/** The message if a text cannot be a token. It does not contain the text, which is secret. */
export const invalidTokenMessage = 'The token of the control API must be one or more visible ASCII characters.';
