/** The place of a request: which of the origins it has, and the path and query without the base path. */
export interface MatchedOrigin {
  /** The origin with its base path, for example `https://staging.example.com/giftoin`. */
  readonly origin: string;
  readonly target: string;
}

/**
 * Creates a function that finds the origin of a URL. A URL without an origin has the first one.
 *
 * @param origins origins, each with a base path or without one
 * @returns undefined if the URL has another origin, or is none
 */
export function createOriginMatcher(origins: readonly string[]): (url: string) => MatchedOrigin | undefined {
  const bases = origins.map((text) => {
    const { origin, pathname } = new URL(text);
    return { origin, path: pathname.replace(/\/+$/, '') };
  });
  return (url) => {
    const base = url.startsWith('/') ? bases[0]?.origin : parseOrigin(url);
    if (base === undefined) return undefined;
    // The path is used as it was sent: the URL class would normalize it.
    const local = url.startsWith('/') ? url : url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '');
    const target = local.replace(/#.*$/s, '');
    const matched = bases.find(({ origin, path }) => origin === base && hasBasePath(target, path));
    return matched && { origin: matched.origin + matched.path, target: target.slice(matched.path.length) || '/' };
  };
}

/** The origin of an absolute URL; undefined if it is none. */
export function parseOrigin(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

function hasBasePath(target: string, path: string): boolean {
  return target.startsWith(path) && /^$|^[/?]/.test(target.slice(path.length));
}
