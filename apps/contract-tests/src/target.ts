/** The server under test, and what to ask it for. */
export interface Target {
  /** The origin, such as `https://staging.example.com`. */
  readonly url: string;
  /** An API key that the server knows. It is never printed. */
  readonly key: string;
  /** Keys that get a status other than 200, by that status: situations that no request can bring about. Never printed. */
  readonly keysFor: Readonly<Record<number, string>>;
  readonly platform: string;
  readonly user: string;
  /** A program that is visible to the key; the first of the list where not given. */
  readonly program: string | undefined;
  /** The path of the OpenAPI document to hold the server against; that of the Giftoin API where not given. */
  readonly document: string | undefined;
}
