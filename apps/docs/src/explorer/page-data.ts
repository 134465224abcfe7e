/** What the page reads from the documents when it is built. It is embedded in the page as JSON. */
export interface PageData {
  /** The operations that the explorer can call, in the order of the document. */
  readonly operations: readonly OperationChoice[];
  /** The scenarios of the sandbox. */
  readonly scenarios: readonly Choice[];
  /** The API keys of the sandbox, by name. */
  readonly keys: readonly Choice[];
  /** The status codes that the sandbox can inject. */
  readonly faultStatuses: readonly number[];
  /** Examples of every parameter, by name. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
  /** The address of the site, relative to the explorer, with a slash at its end. */
  readonly site: string;
}

/** A value to choose. */
export interface Choice {
  readonly name: string;
  readonly description: string;
}

/** An operation to choose. */
export interface OperationChoice {
  readonly operationId: string;
  readonly summary: string;
  /** The names of the path parameters. */
  readonly parameters: readonly string[];
}
