const sources: Readonly<Record<string, string>> = {
  docs: 'From the provider’s other pages',
  ours: 'Defined here',
};

/** Describes an `x-source` for readers. A statement without one comes from the reference page of the provider. */
export function describeSource(source: string | undefined): string {
  if (source === undefined) return 'From the provider’s reference';
  return sources[source] ?? `From ${source}`;
}
