import type { RecordedExchange } from '../../model/recorded-exchange.ts';

/** An exchange of a file, or a place that could not be read. */
export type RecordingItem =
  | { readonly exchange: RecordedExchange }
  | { readonly place: string; readonly reason: string };

/** A line or an entry that is not an exchange. The message completes the sentence "Line 3 …". */
export class MalformedRecordError extends Error {
  override readonly name = 'MalformedRecordError';
}

/** The maximum size of a line, or of the texts of an entry. */
export const maximumRecordSize = 32_000_000;
/** The maximum size of a body that is checked, in bytes. */
export const maximumBodySize = 10_000_000;
