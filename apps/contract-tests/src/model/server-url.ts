import { CouldNotRunError } from './contract-options.ts';

/** Where the server under test is. */
export interface ServerAddress {
  readonly origin: URL;
  /** What every path starts with, as it is sent, for example `/giftoin`. Empty if the paths of the document are the whole path. */
  readonly basePath: string;
}

/**
 * Parses the URL of the server: an origin, and optionally a base path.
 *
 * @throws {CouldNotRunError} if it is not an http or https URL, or has a part that would not be used. The message contains no part that can be secret
 */
export function parseServerUrl(text: string): ServerAddress {
  // The parser drops an empty user name, query and fragment, and resolves dot segments. So the text is checked first.
  const url = text.trim();
  const [, authority = ''] = /^[a-z]+:\/*([^/?#]*)/i.exec(url) ?? [];
  if (authority.includes('@')) {
    throw new CouldNotRunError(
      'The URL has a user name or a password. Pass them with --basic-auth USER:PASSWORD or GIFTOIN_BASIC_AUTH, and a URL without them.',
    );
  }
  if (url.includes('?')) {
    throw new CouldNotRunError(
      'The URL has a query, which no request would send. Pass the URL up to the question mark, and secrets with --header.',
    );
  }
  if (url.includes('#')) {
    throw new CouldNotRunError('The URL has a fragment, which no request would send. Pass the URL up to the #.');
  }
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) {
    throw new CouldNotRunError(
      `The URL is ${JSON.stringify(text)}. Pass the http or https URL of the server, for example https://staging.example.com.`,
    );
  }
  // The parser drops these.
  if (/[\t\r\n]/.test(url)) throw new CouldNotRunError('The URL has a line break or a tab. Pass it without.');
  const path = url.replace(/^[^:]*:\/\/[^/\\]*/, '').replace(/\/+$/, '');
  if (path.includes('\\') || path.split('/').slice(1).some(isUnusable)) {
    throw new CouldNotRunError(
      `The base path of the URL is ${JSON.stringify(path)}. Pass one without empty parts, "." and "..", which servers resolve.`,
    );
  }
  const { origin, pathname } = new URL(url);
  return { origin: new URL(origin), basePath: pathname.replace(/\/+$/, '') };
}

/** Formats the address as a URL without a slash at its end. */
export function formatServerUrl({ origin, basePath }: ServerAddress): string {
  return origin.origin + basePath;
}

function isUnusable(segment: string): boolean {
  return segment === '' || /^(\.|%2e){1,2}$/i.test(segment);
}
