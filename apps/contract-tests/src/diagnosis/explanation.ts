/** Whose response it looks like, and what to do. */
export interface Explanation {
  readonly sender: string;
  readonly advice: string;
}
