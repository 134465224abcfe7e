/** An error of a connection, with what Node.js adds to it. */
export type ConnectionError = NodeJS.ErrnoException & {
  readonly rawPacket?: Buffer;
  /** The certificate of the server, if its names are wrong. */
  readonly cert?: { readonly subjectaltname?: string };
  readonly reason?: string;
};
