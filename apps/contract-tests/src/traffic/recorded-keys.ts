import type { ApiKey } from '../model/api-key.ts';
import type { HeaderValues } from '../model/recorded-exchange.ts';

/** Stands for the key of a recorded request in reports. */
const placeholder = '$GIFTOIN_API_KEY';

/** Stands for an API key in a log that a middleware writes. A response that contains it has repeated the key. */
export const recordedKeyPlaceholder = '[recorded API key]';

/** The API keys of a recorded request. A header with several values, separated by commas, has several keys. */
export function listRecordedKeys(
  headers: HeaderValues,
  names: readonly string[],
): readonly (readonly [header: string, key: ApiKey])[] {
  return names.flatMap((name) =>
    (headers[name.toLowerCase()] ?? [])
      .flatMap((value) => value.split(','))
      .map((value): readonly [string, ApiKey] => [name, { value: value.trim(), placeholder }]),
  );
}

/** Headers and query parameters with these words have credentials, unless it is an idempotency key. */
const credentialName = /auth|cookie|token|secret|session|password|passwd|credential|signature|api[-_]?key|gft[-_]/i;

/** Whether the value of a header or a query parameter is a credential, by its name. */
export function isCredentialName(name: string): boolean {
  return credentialName.test(name) && !/idempotency/i.test(name);
}

/** A shorter credential can occur in a text by chance. */
const minimumLength = 8;

/** The credentials of a recorded request that are not its API key: of other headers, and of the query. */
export function listOtherCredentials(headers: HeaderValues, target: string): string[] {
  const ofHeaders = Object.entries(headers).flatMap(([name, values = []]) =>
    isCredentialName(name) ? values.flatMap(splitCredential) : [],
  );
  return [...ofHeaders, ...listQueryCredentials(target)].filter((value) => value.length >= minimumLength);
}

/** `Bearer abc` has the credential `abc`, and `a=1; b=2` the credentials `1` and `2`. */
function splitCredential(value: string): string[] {
  return value.split(/[;,\s]+/).flatMap((part) => [part, part.slice(part.indexOf('=') + 1)]);
}

function listQueryCredentials(target: string): string[] {
  const [, query = ''] = /\?(.*)$/s.exec(target) ?? [];
  return query.split('&').flatMap((pair) => {
    const [name = '', ...value] = pair.split('=');
    return isCredentialName(name) ? [value.join('=')] : [];
  });
}

/** Replaces the credentials in the query of a URL, whatever their length. */
export function redactQuery(target: string): string {
  return target.replace(/([?&])([^=&#]*)=([^&#]*)/g, (text, mark: string, name: string) =>
    isCredentialName(name) ? `${mark}${name}=[redacted]` : text,
  );
}
