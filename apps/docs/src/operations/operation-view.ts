import type { ValueView, VariantView } from './value-view.ts';

/** What the page of an operation shows. Texts are Markdown. */
export interface OperationView {
  readonly operationId: string;
  /** The address of the page. */
  readonly address: string;
  readonly title: string;
  /** The HTTP method in capitals. */
  readonly method: string;
  readonly path: string;
  readonly description: string | undefined;
  readonly source: string;
  readonly deprecated: boolean;
  /** How to handle the operation: pages, retries. Each is a sentence. */
  readonly notes: readonly string[];
  readonly apiKeys: readonly ApiKeyView[];
  /** The names of the headers in the order in which a server reads them. */
  readonly precedence: readonly string[];
  /** The parameters by where they are sent. */
  readonly parameters: readonly { readonly title: string; readonly values: readonly ValueView[] }[];
  readonly requestBody: (BodyView & { readonly presence: string }) | undefined;
  readonly responses: readonly ResponseView[];
}

export interface ApiKeyView {
  readonly header: string;
  readonly description: string | undefined;
  readonly source: string;
}

export interface ResponseView {
  /** A status code, a range, for example `4XX`, or `default`. */
  readonly name: string;
  /** For example `404 Not Found`. */
  readonly title: string;
  readonly anchor: string;
  readonly isSuccess: boolean;
  readonly description: string | undefined;
  readonly source: string;
  readonly headers: readonly ValueView[];
  readonly body: BodyView | undefined;
}

export interface BodyView {
  readonly mediaType: string;
  readonly type: string;
  readonly description: string | undefined;
  readonly constraints: readonly string[];
  readonly children: readonly ValueView[];
  readonly variants: readonly VariantView[];
  /** The response whose body has the same schema and is shown in full. */
  readonly sameAs: { readonly title: string; readonly anchor: string } | undefined;
  readonly examples: readonly ExampleView[];
}

export interface ExampleView {
  readonly name: string;
  readonly title: string;
  readonly description: string | undefined;
  /** JSON. */
  readonly code: string;
}
