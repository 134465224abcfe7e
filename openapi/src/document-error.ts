/** The document cannot be read or is not valid. The message contains the reason and what to do. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}
