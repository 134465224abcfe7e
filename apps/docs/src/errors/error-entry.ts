import type { DocumentedError, ErrorExample } from '@giftoin/openapi';

/** What one page of the error catalogue is made from. */
export interface ErrorEntry {
  /** The last part of the address: an error code, a status code, or the kind of an error of the client. */
  readonly slug: string;
  readonly title: string;
  /** The description in the document. Markdown. Undefined if the document has none for this page. */
  readonly lead: string | undefined;
  /** Markdown. Undefined if we add nothing to the document. */
  readonly cause: string | undefined;
  /** Markdown. */
  readonly remedy: string;
  /** The status codes, for display. Undefined if the error has no response. */
  readonly status: string | undefined;
  readonly kind: string;
  readonly className: string;
  /** Whether the client retries, for display. */
  readonly retry: string;
  /** Undefined for an error of the client that is not in the document. */
  readonly documented: DocumentedError | undefined;
  /** The examples of the document that belong to this page. */
  readonly examples: readonly ErrorExample[];
  /** Slugs of the pages with more details: the error codes of a status code. */
  readonly parts: readonly string[];
  /** Shell commands that make a sandbox return the error, or prepare it for the program. Empty if none are known. */
  readonly sandboxCommands: readonly string[];
  /** Shell commands that make the mock return the error. Empty if it is not in the document. */
  readonly mockCommands: readonly string[];
  /** A program that provokes the error. Undefined if the commands do. */
  readonly program: string | undefined;
}
