import type { ContractOptions } from '../model/contract-options.ts';
import type { CoverageRequirement } from '../model/coverage-report.ts';
import type { FormatMessage } from '../model/suite-violation.ts';

/** The recordings to check. */
export interface TrafficOptions {
  /**
   * HAR files, or logs with one exchange in each line, as JSON. Either can be compressed with gzip. `-` is the standard
   * input.
   */
  readonly files: readonly string[];
  /**
   * The origins of the recorded API, each with a base path or without one, for example `https://staging.example.com`.
   * Exchanges of other origins are ignored. Default: the servers of the document.
   */
  readonly origins?: readonly string[] | undefined;
  /** The path of another OpenAPI 3.1 document. Default: the document of the Giftoin API. */
  readonly document?: string | undefined;
  /** Whether no proxy is in front of the server. Then the server itself must reject what a proxy may reject. */
  readonly direct?: boolean | undefined;
  /** How much the traffic must have exercised, so that the report has no `tooLittle`. Default: `nothing`. */
  readonly require?: CoverageRequirement | undefined;
  /** Deviations that are accepted. Their findings do not fail the check. Default: none. */
  readonly accepted?: ContractOptions['accepted'];
  /** Formats the message of a violation, for example in another language. Default: the message of the violation. */
  readonly formatMessage?: FormatMessage | undefined;
  /** Ends the run. The report has what was checked until then. */
  readonly signal?: AbortSignal | undefined;
}
