/** A deviation from the contract that a provider accepts for some time. */
export interface AcceptedDeviation {
  /** The `fingerprint` of a finding. */
  readonly fingerprint: string;
  /** Why it is accepted. */
  readonly reason: string;
  /** The last day on which it is accepted, in UTC, for example `2027-01-31`. Default: it is accepted without an end. */
  readonly until?: string | undefined;
}

/** What became of the accepted deviations of a run. */
export interface BaselineResult {
  /** The findings that are accepted. They are not among the `findings` of the report. */
  readonly accepted: readonly AcceptedFinding[];
  /** Deviations whose last day has passed. Their findings count. */
  readonly expired: readonly AcceptedDeviation[];
  /** Deviations that were not found. Empty if not everything was checked. */
  readonly unmatched: readonly AcceptedDeviation[];
}

/** A finding, and why it is accepted. */
export interface AcceptedFinding extends AcceptedDeviation {
  readonly message: string;
  /** The IDs of the checks that found it. */
  readonly checks: readonly string[];
}
