/** What a page shows about a value: a parameter, a header, a property, or a whole body. Texts are Markdown. */
export interface ValueView {
  /** The last part of the path, for example `name`. */
  readonly name: string;
  /** What precedes the name, for example `cards[].`. */
  readonly prefix: string;
  /** The ID of the element on the page. */
  readonly anchor: string;
  /** For example `array of objects (Card)`. */
  readonly type: string;
  /** Whether the value can be null or absent. */
  readonly presence: string;
  readonly source: string;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  readonly constraints: readonly string[];
  /** An example as JSON or text. */
  readonly example: string | undefined;
  readonly children: readonly ValueView[];
  readonly variants: readonly VariantView[];
}

/** One of several forms that a value can have. */
export interface VariantView {
  readonly title: string;
  readonly description: string | undefined;
  readonly constraints: readonly string[];
  readonly children: readonly ValueView[];
}
