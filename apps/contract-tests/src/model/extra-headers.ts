import type { Secret } from '@giftoin/protocol';
import { CouldNotRunError } from './contract-options.ts';

/** A header that every request carries in addition to those of its check, for example for a gateway. */
export interface ExtraHeader {
  /** In lower case. */
  readonly name: string;
  readonly values: readonly string[];
  /** What stands for the values in reports. The values themselves if they are not secret. */
  readonly placeholder: string;
}

/** What clients send as a matter of course. The values occur in responses, and are not secret. */
const publicNames = /^(accept(-.*)?|cache-control|from|host|origin|pragma|referer|user-agent)$/;

/** These describe the connection or the body, which the suite decides itself. */
const reservedNames =
  /^(connection|content-(length|type|encoding)|expect|keep-alive|prefer|proxy-.*|te|trailer|transfer-encoding|upgrade)$/;

/** A shorter text can occur in a response by chance. A part of a value can be a usual word. */
const minimumLength = { value: 4, part: 8 };

/**
 * Prepares the headers that the options add to every request.
 *
 * @param keyHeaders the headers of the document that carry an API key
 * @throws {CouldNotRunError} if one cannot be sent. The message contains no value
 */
export function createExtraHeaders(
  given: Readonly<Record<string, string | readonly string[]>>,
  keyHeaders: readonly string[],
): ExtraHeader[] {
  const headers = new Map<string, string[]>();
  for (const [name, value] of Object.entries(given)) {
    const lower = name.toLowerCase();
    headers.set(lower, [...(headers.get(lower) ?? []), ...[value].flat()]);
  }
  return [...headers].map(([name, values]) => {
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name)) {
      throw new CouldNotRunError(
        `The name of the header ${JSON.stringify(name)} has characters that a name cannot have.`,
      );
    }
    if (keyHeaders.some((header) => header.toLowerCase() === name)) {
      throw new CouldNotRunError(`The header ${name} carries the API key. Pass the key with --key or GIFTOIN_API_KEY.`);
    }
    if (reservedNames.test(name))
      throw new CouldNotRunError(`The header ${name} cannot be set: the suite sets it itself.`);
    // Other control characters and those beyond Latin-1 cannot be in a header.
    if (values.some((value) => !/^[\t\x20-\x7e\x80-\xff]*$/.test(value))) {
      throw new CouldNotRunError(`The value of the header ${name} has characters that an HTTP header cannot contain.`);
    }
    return { name, values, placeholder: publicNames.test(name) ? values.join(', ') : toVariable(name) };
  });
}

/** The variable with which the command reads the value of a header, for example `GIFTOIN_HEADER_X_TOKEN`. */
function toVariable(name: string): string {
  return `$GIFTOIN_HEADER_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
}

/** The texts that no report may contain: each value, the parts of it that can be credentials, and what Basic encodes. */
export function listHeaderSecrets(headers: readonly ExtraHeader[]): Secret[] {
  return headers
    .filter(({ placeholder }) => placeholder.startsWith('$'))
    .flatMap(({ values, placeholder }) =>
      values
        .flatMap((value) => [
          ...[value, ...decodeBasic(value)].filter(({ length }) => length >= minimumLength.value),
          ...value.split(/[\s;,]+|(?<=^|[\s;,])[\w-]+=/).filter(({ length }) => length >= minimumLength.part),
        ])
        .map((text) => ({ value: text, replacement: placeholder })),
    );
}

function decodeBasic(value: string): string[] {
  const [, encoded] = /^basic\s+(\S+)$/i.exec(value) ?? [];
  if (encoded === undefined) return [];
  const decoded = Buffer.from(encoded, 'base64').toString();
  return [decoded, decoded.replace(/^[^:]*:/, '')];
}
