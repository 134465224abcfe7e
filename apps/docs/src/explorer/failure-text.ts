import type { Failure } from './exchange.ts';

/** What to show for a failure. */
export interface FailureText {
  readonly title: string;
  readonly message: string;
  /** What to do. Optional. */
  readonly advice?: string;
  /** A command that helps. Optional. */
  readonly command?: string;
}

/**
 * @param pageOrigin the origin of this page, which a sandbox must allow
 */
export function toFailureText(failure: Failure, pageOrigin: string): FailureText {
  const { kind, message, cause, origin } = failure;
  switch (cause) {
    case 'notRunning':
      return {
        title: `No server is running at ${origin}`,
        message: 'The browser could not connect.',
        advice:
          'Start the sandbox in a clone of the repository, then send the request again. Or use the sandbox in this page.',
        command: `npx -y pnpm@12 sandbox --control-origin ${pageOrigin}`,
      };
    case 'originRefused':
      return {
        title: `The server at ${origin} refuses this page (CORS)`,
        message: `The server is running, but it does not allow requests of pages from ${pageOrigin}.`,
        advice: 'Restart the sandbox with the origin of this page:',
        command: `npx -y pnpm@12 sandbox --control-origin ${pageOrigin}`,
      };
    case 'localNetworkRefused':
      return {
        title: 'The browser refuses requests to this machine',
        message: `The browser did not send the request to ${origin}: this page has no permission for the local network.`,
        advice:
          'Allow “Local network access” for this page in the site settings of the browser, then send the request again.',
      };
    case 'cut':
      return {
        title: 'The connection was cut',
        message: 'The response started, but the connection closed before its end.',
        advice: 'A retry can help: with its default options, the client retries up to two times.',
      };
  }
  const { status = 0 } = failure;
  if (status >= 400) return { title: `${status} ${toWords(kind)}`, message };
  return { title: titles[kind] ?? 'The request failed', message };
}

/** The titles of errors that are not those of a status code, by the `kind` of the error. */
const titles: Readonly<Record<string, string>> = {
  badArgument: 'The client sent no request',
  timeout: 'The request timed out',
  redirect: 'The server redirected the request',
  tooLarge: 'The response is too large',
  notJson: 'The response is not JSON',
  wrongShape: 'The response violates the contract',
};

/** For example `Payment required` for `paymentRequired`. */
function toWords(kind: string): string {
  const words = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
