import type { OperationView } from './operation-view.ts';

interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

/** Lists the headings of the page of an operation, for its table of contents. */
export function createHeadings({ apiKeys, parameters, requestBody, responses }: OperationView): Heading[] {
  return [
    { depth: 2, slug: 'request', text: 'Request' },
    ...(apiKeys.length > 0 ? [{ depth: 3, slug: 'api-key', text: 'API key' }] : []),
    ...parameters.map(({ title }) => ({ depth: 3, slug: createSlug(title), text: title })),
    ...(requestBody ? [{ depth: 3, slug: 'request-body', text: 'Request body' }] : []),
    { depth: 2, slug: 'responses', text: 'Responses' },
    ...responses.map(({ anchor, title }) => ({ depth: 3, slug: anchor, text: title })),
  ];
}

/** Creates the ID of a heading from its text. */
export function createSlug(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}
