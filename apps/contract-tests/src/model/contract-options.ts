import type { ConnectionOptions } from '../connection/connection-options.ts';
import type { AcceptedDeviation } from './baseline.ts';
import type { CoverageRequirement } from './coverage-report.ts';
import type { FormatMessage } from './suite-violation.ts';

/** The server under test, what to request, and the limits of the run. */
export interface ContractOptions extends ConnectionOptions {
  /** The URL of the server, for example `https://staging.example.com`. It can have a base path, which precedes every path. */
  readonly url: string;
  /** An API key that the server knows. No report contains it. */
  readonly key: string;
  /**
   * Keys that lead to another status code than 200, by that status code. Required for status codes that no request can
   * provoke, for example 402. No report contains them.
   */
  readonly keysFor?: Readonly<Record<number, string>> | undefined;
  /** Headers that every request carries, for example for a gateway. No report contains their values. Default: none. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** The platform of the user. Default: `discord`. */
  readonly platform?: string | undefined;
  /** The user to request, preferably one with cards. Default: `123456789012345678`. */
  readonly user?: string | undefined;
  /** A program that is visible to the key. Default: the first in the list of the user. */
  readonly program?: string | undefined;
  /** Values of parameters by name, which replace the examples of the document. Default: none. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /**
   * Whether to check operations that change data (POST, PUT, PATCH and DELETE). Use it on a sandbox or on staging only.
   * Default: false.
   */
  readonly writes?: boolean | undefined;
  /** The maximum number of requests that can change data. Default: 200. */
  readonly writeBudget?: number | undefined;
  /** The path of another OpenAPI 3.1 document to check. Default: the document of the Giftoin API. */
  readonly document?: string | undefined;
  /** Whether no proxy is in front of the server. Then the server itself must return 400 where a proxy may reject a request. */
  readonly direct?: boolean | undefined;
  /** The maximum number of requests. Default: 700, or 350 for each checked operation if that is more. */
  readonly budget?: number | undefined;
  /** The maximum number of requests that start in a second. Default: 100. */
  readonly rate?: number | undefined;
  /** The maximum number of concurrent requests. Default: 8. */
  readonly concurrency?: number | undefined;
  /** The maximum time for a response, in milliseconds. Default: 15 000. */
  readonly timeout?: number | undefined;
  /** The maximum time for the whole run, in milliseconds. Default: 120 000. */
  readonly deadline?: number | undefined;
  /**
   * How long to wait until the server responds as the API, in milliseconds, for example while it starts. The deadline begins
   * after that. Default: 0.
   */
  readonly wait?: number | undefined;
  /** Receives why the server is not ready yet, after each attempt. */
  readonly onWait?: ((progress: WaitProgress) => void) | undefined;
  /** The seed of random values. The same seed creates the same values. Default: a random seed. */
  readonly seed?: number | undefined;
  /** Runs only the checks whose ID contains this text, for example `/similar-keys`. Responses are always checked. */
  readonly only?: string | undefined;
  /**
   * How much the run must have exercised, so that the report has no `tooLittle`. Ignored if `only` selects some checks. Default:
   * `nothing`.
   */
  readonly require?: CoverageRequirement | undefined;
  /** Deviations that are accepted. Their findings do not count. Default: none. */
  readonly accepted?: readonly AcceptedDeviation[] | undefined;
  /** Cancels the run. Checks that have not run by then are skipped. */
  readonly signal?: AbortSignal | undefined;
  /** Whether to end the run at the first violation. Default: false. */
  readonly stopAtFirst?: boolean | undefined;
  /** Formats the message of a violation, for example in another language. Default: the message of the violation. */
  readonly formatMessage?: FormatMessage | undefined;
  /** Receives the progress of the run after each check. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** The progress of waiting for the server. */
export interface WaitProgress {
  /** How long the run has waited so far, in milliseconds. */
  readonly elapsed: number;
  /** Why the server is not ready, as a sentence; undefined if it is. */
  readonly reason: string | undefined;
}

/** The progress of a run. */
export interface Progress {
  readonly requests: number;
  readonly checksDone: number;
  readonly checks: number;
  /** How many checks have failed so far. */
  readonly failed: number;
}

/** The defaults of the options. */
export const defaultOptions = {
  platform: 'discord',
  user: '123456789012345678',
  budget: 700,
  budgetPerOperation: 350,
  writeBudget: 200,
  rate: 100,
  concurrency: 8,
  timeout: 15_000,
  deadline: 120_000,
} as const;

/** The run could not start, for example because the server is not reachable, or accepts the key in no header. */
export class CouldNotRunError extends Error {
  override readonly name = 'CouldNotRunError';
}
