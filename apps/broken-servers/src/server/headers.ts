/** A header as it was sent. The name keeps its case. */
export type Header = readonly [name: string, value: string];

interface Message {
  readonly headers: readonly Header[];
}

/** Returns the values of a header in the order in which they were sent. `name` is in lower case. */
export function listHeaderValues({ headers }: Message, name: string): string[] {
  return headers.filter(([sent]) => sent.toLowerCase() === name).map(([, value]) => value);
}

/** Returns the first value of a header, or an empty string. `name` is in lower case. */
export const readHeader = (message: Message, name: string): string => listHeaderValues(message, name)[0] ?? '';

/** Returns the message with one header replaced, or removed if the value is undefined. */
export function withHeader<M extends Message>(message: M, name: string, value: string | undefined): M {
  const others = message.headers.filter(([sent]) => sent.toLowerCase() !== name.toLowerCase());
  return { ...message, headers: value === undefined ? others : [...others, [name, value]] };
}
