/** The server under test, what to ask it for, and how much of it. */
export interface ContractOptions {
  /** The origin, such as `https://staging.example.com`. */
  readonly url: string;
  /** An API key that the server knows. It stands in no report. */
  readonly key: string;
  /** Keys that get a status other than 200, by that status: what no request can bring about. They stand in no report. */
  readonly keysFor?: Readonly<Record<number, string>> | undefined;
  /** The platform of the user to ask for; `discord` where not given. */
  readonly platform?: string | undefined;
  /** The user to ask for, best one who owns some cards; `123456789012345678` where not given. */
  readonly user?: string | undefined;
  /** A program that is visible to the key; the first of the user's list where not given. */
  readonly program?: string | undefined;
  /** The path of another OpenAPI 3.1 document to hold the server against; that of the Giftoin API where not given. */
  readonly document?: string | undefined;
  /** Whether nothing stands between this process and the server, so that what proxies may refuse is held to the rule. */
  readonly direct?: boolean | undefined;
  /** How many requests may be sent, at most; 700 where not given. */
  readonly budget?: number | undefined;
  /** How many requests may start in a second, at most; 100 where not given. */
  readonly rate?: number | undefined;
  /** How many requests may be under way at once; 8 where not given. */
  readonly concurrency?: number | undefined;
  /** How long one answer may take, in milliseconds; 15 000 where not given. */
  readonly timeout?: number | undefined;
  /** How long the whole run may take, in milliseconds; 120 000 where not given. */
  readonly deadline?: number | undefined;
  /** Where the values that are made by chance start: the same seed makes the same ones. By chance where not given. */
  readonly seed?: number | undefined;
  /** Runs only the checks that have this in their id, such as `/near-keys`; what holds of every answer is checked always. */
  readonly only?: string | undefined;
  /** Ends the run; what was not checked by then is skipped. */
  readonly signal?: AbortSignal | undefined;
  /** Ends the run at the first thing that is broken. */
  readonly stopAtFirst?: boolean | undefined;
  /** Is told how far the run has come. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** How far a run has come. */
export interface Progress {
  readonly requests: number;
  readonly checksDone: number;
  readonly checks: number;
  /** How many checks have failed so far. */
  readonly failed: number;
}

/** What holds where an option is not given. */
export const defaults = {
  platform: 'discord',
  user: '123456789012345678',
  budget: 700,
  rate: 100,
  concurrency: 8,
  timeout: 15_000,
  deadline: 120_000,
} as const;

/** Why it could not be found out whether a server keeps the contract: it is not reached, or no key works. */
export class CouldNotRunError extends Error {
  override readonly name = 'CouldNotRunError';
}
