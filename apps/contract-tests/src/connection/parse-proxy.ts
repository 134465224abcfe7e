import { CouldNotRunError } from '../model/contract-options.ts';

/** An HTTP proxy. */
export interface HttpProxy {
  /** The address, without user name and password. It can be reported. */
  readonly url: URL;
  /** The value of `Proxy-Authorization`; undefined if the proxy requires none. */
  readonly authorization: string | undefined;
}

/**
 * Parses the URL of a proxy. `proxy:3128` is short for `http://proxy:3128`.
 *
 * @throws {CouldNotRunError} if it is not the URL of an HTTP proxy. The message contains no user name or password.
 */
export function parseProxy(text: string): HttpProxy {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
    const scheme = url ? `The proxy has the scheme ${url.protocol}//` : 'The URL of the proxy is malformed';
    throw new CouldNotRunError(
      `${scheme}. Set HTTPS_PROXY or HTTP_PROXY to an http or https URL, or NO_PROXY to the host.`,
    );
  }
  const { username, password } = url;
  const credentials = `${decode(username)}:${decode(password)}`;
  return {
    url: new URL(url.origin),
    authorization:
      username === '' && password === '' ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`,
  };
}

/** A percent sign that encodes nothing stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
