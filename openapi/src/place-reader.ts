import type { JsonObject, OpenApiDocument } from './document.ts';
import { DocumentError, type Problem } from './document-error.ts';
import { inlineReferences } from './inline-references.ts';
import { resolveReference } from './resolve-reference.ts';

/** What the readers of the parts of a document share: the document, the place they read, and where problems are collected. */
export interface PlaceReader {
  readonly document: OpenApiDocument;
  /** Reports something that is not supported. The document is then refused. */
  refuse(reason: string): void;
  /** Reports something that is read but not used. */
  note(reason: string): void;
  /** Returns a reader of a part of this place. */
  at(part: string): PlaceReader;
  /** Returns a reader of another place. */
  in(place: string): PlaceReader;
  /** Resolves a reference. Refuses one that cannot be resolved, and returns an empty object. */
  resolve(value: unknown): JsonObject;
  /** Replaces the references in a schema. Refuses a schema that contains itself, and returns an empty schema. */
  inline(schema: JsonObject): JsonObject;
}

/** The problems and notes that were found in a document. */
export interface Reports {
  readonly problems: Problem[];
  readonly notes: Problem[];
}

export function createPlaceReader(document: OpenApiDocument, { problems, notes }: Reports, place: string): PlaceReader {
  const refuse = (reason: string) => void problems.push({ place, reason });
  const attempt = (read: () => JsonObject): JsonObject => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      refuse(`${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}`);
      return {};
    }
  };
  return {
    document,
    refuse,
    note: (reason) => void notes.push({ place, reason }),
    at: (part) => createPlaceReader(document, { problems, notes }, `${place}, ${part}`),
    in: (other) => createPlaceReader(document, { problems, notes }, other),
    resolve: (value) => attempt(() => resolveReference(document, value)),
    inline: (schema) => attempt(() => inlineReferences(document, schema)),
  };
}
