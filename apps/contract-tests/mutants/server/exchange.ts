/** A header as it was sent: its name keeps its case. */
export type Header = readonly [name: string, value: string];

/** A GET as it came: nothing of it is decoded. */
export interface Request {
  readonly target: string;
  readonly headers: readonly Header[];
}

/** An answer before it becomes bytes. What frames the body is added when it is written, unless it stands here. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Buffer;
  /** The rest of the status line; the usual phrase where not given. */
  readonly reason?: string;
  readonly version?: '1.0' | '1.1';
  /** Bytes that go ahead of it. */
  readonly ahead?: string;
  /** How long it is held back, in milliseconds. */
  readonly wait?: number;
  /** Where its bytes are cut off, as `subarray` counts; 0 resets the connection without an answer. */
  readonly cut?: number;
  /** Whether the connection ends with it. */
  readonly close?: boolean;
  /** Whether nothing but the end of the connection tells where the body ends. */
  readonly unframed?: boolean;
}

/** Answers a request. */
export type Ask = (request: Request) => Promise<Answer>;

/** What a suite is told of the server it is to check. */
export interface Setting {
  /** The API key that the server knows. */
  readonly key: string;
  /** The user with the richest progress. */
  readonly user: string;
}

/** A way in which a server differs from the conforming one; made anew for each run, which may keep a state of its own. */
export type Mutation = (ask: Ask, setting: Setting) => Ask;

/** The values of a header, in the order in which they were sent. */
export function valuesOf({ headers }: Pick<Request, 'headers'>, name: string): string[] {
  return headers.filter(([sent]) => sent.toLowerCase() === name).map(([, value]) => value);
}

/** The same with one header replaced, or left out where the value is undefined. */
export function withHeader<Message extends Pick<Request, 'headers'>>(
  message: Message,
  name: string,
  value: string | undefined,
): Message {
  const others = message.headers.filter(([sent]) => sent.toLowerCase() !== name.toLowerCase());
  return { ...message, headers: value === undefined ? others : [...others, [name, value]] };
}
