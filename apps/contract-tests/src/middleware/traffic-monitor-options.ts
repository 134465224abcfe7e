import type { Finding } from '../model/contract-report.ts';

/** What a monitor checks, and who receives what it finds. */
export interface TrafficMonitorOptions {
  /** The share of the requests that are checked, from 0 to 1. Default: 0.1. */
  readonly sampling?: number;
  /** Returns a number from 0 to 1, for each request. Default: `Math.random`. */
  readonly random?: () => number;
  /** The public origin of the API, with its base path. Default: the first server of the document. */
  readonly origin?: string;
  /** The path of another OpenAPI 3.1 document. Default: the document of the Giftoin API. */
  readonly document?: string;
  /**
   * Whether to check the exchanges. Validators are compiled, which some runtimes do not allow, for example Workers: pass
   * `false` there, and check the log with the command `traffic`. Default: true.
   */
  readonly check?: boolean;
  /** Receives a finding the first time that its cause is seen. */
  readonly onFinding?: (finding: Finding) => void;
  /** Receives errors of the monitor and of the other functions. No request ever fails because of them. */
  readonly onError?: (error: unknown) => void;
  /** Receives exchanges as lines of a log that the command `traffic` reads. No line contains an API key. */
  readonly log?: (line: string) => void;
  /** Which exchanges are logged: every sampled one, or those with a new finding. Default: `findings`, or `sampled` if nothing is checked. */
  readonly logged?: 'findings' | 'sampled';
  /**
   * How many exchanges are checked in a second at most. Default: 5. Requests wait for a check, about a millisecond, so that all
   * checks together take at most 0.5 % of the time, whatever this number is: those of large bodies are fewer.
   */
  readonly checksPerSecond?: number;
  /** How many exchanges wait to be checked. Further ones are dropped and counted. Default: 20. */
  readonly maximumQueue?: number;
  /** The maximum size of a body that is checked, in bytes. Default: 1 000 000. */
  readonly maximumBody?: number;
}
