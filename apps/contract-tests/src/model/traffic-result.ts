/** What was read from recorded traffic, and what of it was checked. */
export interface TrafficResult {
  /** The files, in the order in which they were read. */
  readonly files: readonly string[];
  /** The origins whose exchanges were checked, each with its base path. */
  readonly origins: readonly string[];
  /** How many exchanges the files have, without the malformed ones. */
  readonly exchanges: number;
  /** How many of them were checked. */
  readonly checked: number;
  /** How many have another origin. They were ignored. */
  readonly ofOtherOrigins: number;
  /** The most frequent of these origins. */
  readonly otherOrigins: readonly OriginCount[];
  /** How many are of no operation of the document. They were ignored. */
  readonly ofNoOperation: number;
  /** A few of their methods and paths. */
  readonly unknownRequests: readonly string[];
  /** How many have no response. */
  readonly withoutResponse: number;
  /** How many have a response that depends on what the client has stored: 304 and 206. */
  readonly conditional: number;
  /** How many were checked without a body, because the recording has none. */
  readonly withoutBody: number;
  /** How many were checked without a body, because it is too large. */
  readonly tooLarge: number;
  /** How many violations are not in the report, because it has too many causes. */
  readonly notKept: number;
  /** How many lines or entries could not be read. */
  readonly malformed: number;
  /** The first of them. */
  readonly malformedPlaces: readonly MalformedPlace[];
  /** What recorded traffic cannot show, as sentences. */
  readonly limits: readonly string[];
}

export interface OriginCount {
  readonly origin: string;
  readonly exchanges: number;
}

/** A part of a file that could not be read. */
export interface MalformedPlace {
  readonly file: string;
  /** For example `line 3` or `entry 12`. */
  readonly place: string;
  /** Completes the sentence "Line 3 …". */
  readonly reason: string;
}
