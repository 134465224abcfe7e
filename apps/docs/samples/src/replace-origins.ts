/** The origins of running servers. */
export interface Origins {
  readonly mock: string;
  readonly sandbox: string;
  readonly control: string;
}

/** Replaces the origins that a sample names by those of running servers. Production is replaced by the sandbox. */
export function replaceOrigins(text: string, { mock, sandbox, control }: Origins): string {
  return text
    .replaceAll('http://127.0.0.1:4010', mock)
    .replaceAll('http://127.0.0.1:4020', sandbox)
    .replaceAll('http://127.0.0.1:4021', control)
    .replaceAll('https://api.giftoin.org', sandbox)
    .replaceAll('https://staging.example.com', sandbox);
}
