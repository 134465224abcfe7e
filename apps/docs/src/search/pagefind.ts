/** The part of the API of Pagefind that the search uses. */
export interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  /** Returns null if another search has started in the meantime. */
  debouncedSearch(query: string, options: object, milliseconds: number): Promise<{ results: Result[] } | null>;
}

interface Result {
  data(): Promise<ResultPage>;
}

export interface ResultPage {
  readonly url: string;
  /** HTML with the words that were found in `mark` elements. The text in it is escaped. */
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  /** The headings of the page under which the words were found. */
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

/** Loads Pagefind from the built site. */
export async function loadPagefind(root: URL): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', root).href)) as Pagefind;
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}
