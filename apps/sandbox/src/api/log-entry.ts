import type { RequestLogEntry } from '@giftoin/types/sandbox-control';

/** One answered request, as it is logged: never with the key. Null is what is not known of a request that was refused. */
export type LogEntry = { readonly [Name in keyof RequestLogEntry]: RequestLogEntry[Name] | null } & {
  /** What went wrong in the sandbox itself, if anything did. */
  readonly error?: string;
};
