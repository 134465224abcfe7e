import { type Case, type Check, caseCheck } from '../check.ts';
import type { Key } from '../keys.ts';
import { anyKey } from '../requests.ts';
import type { Server } from '../server.ts';

interface NearKey extends Key {
  readonly likelyCause?: string;
  /** Whether what reads headers may refuse it, before anybody looks for the key. */
  readonly mayBeRefused?: boolean;
}

/** What is almost the key, or what a careless comparison takes for one, is unknown. */
export function nearKeys(server: Server): Check[] {
  const { operations } = server.contract;
  const { nearest, others } = nearKeysOf(server.key.value);
  return operations.map((operation, at) => {
    const { operationId: id, apiKeyHeaders } = operation;
    const unknown = (header: string, { likelyCause, mayBeRefused = false, ...key }: NearKey): Case => ({
      operation,
      sent: { keys: [[header, key]], mayBeRefused },
      due: { status: 401, errorCode: 1001 },
      when: `${header} has ${key.shown}`,
      ...(likelyCause !== undefined && { likelyCause }),
    });
    return caseCheck(
      server,
      {
        id: `${id}/near-keys`,
        title: `${id} takes the whole key and nothing like it`,
        statement: 'key',
        skip: server.takesAnyKey ? anyKey : undefined,
      },
      [
        ...nearest.map((key) => unknown(server.usualHeader, key)),
        // Which operation is asked matters little for these: each asks its share.
        ...apiKeyHeaders
          .filter((header) => header !== server.usualHeader)
          .flatMap((header) =>
            nearest.filter((_, index) => index % operations.length === at).map((key) => unknown(header, key)),
          ),
        ...others
          .filter((_, index) => index % operations.length === at)
          .map((key, index) => unknown(apiKeyHeaders[index % apiKeyHeaders.length] ?? server.usualHeader, key)),
      ],
    );
  });
}

function nearKeysOf(key: string): { readonly nearest: readonly NearKey[]; readonly others: readonly NearKey[] } {
  const last = key.at(-1) ?? '';
  const middle = Math.floor(key.length / 2);
  const near = (value: string, shown: string, likelyCause?: string): NearKey[] =>
    value === '' || value === key ? [] : [{ value, shown: `<${shown}>`, ...(likelyCause && { likelyCause }) }];
  const word = (value: string, likelyCause?: string): NearKey[] =>
    value === key ? [] : [{ value, shown: value, ...(likelyCause && { likelyCause }) }];
  const odd = (value: string, shown: string): NearKey => ({ value, shown: `<${shown}>`, mayBeRefused: true });
  const byStart = 'Keys are compared by how they start.';
  const byPart = 'A key is looked for in another text, not compared with it.';
  const bySigns = 'Keys are compared without their signs.';
  const asName = 'Keys are looked up as the properties of an object, which has some of its own.';
  return {
    nearest: [
      ...near(key.slice(0, -1), 'the key without its last letter', byStart),
      ...near(`${key}x`, 'the key with a letter more', byStart),
      ...near(
        key.slice(0, -1) + other(last),
        'the key with another last letter',
        'Only a part of the key is compared.',
      ),
      ...near(swappedCase(key), 'the key in the other case', 'Keys are compared without case.'),
    ],
    others: [
      ...near(key.slice(0, middle), 'the first half of the key', byStart),
      ...near(key.slice(1), 'the key without its first letter', byPart),
      ...near(`x${key}`, 'the key with a letter before it', byPart),
      ...near(
        key.slice(0, middle) + other(key[middle] ?? '') + key.slice(middle + 1),
        'the key with another letter in its middle',
        'Only a part of the key is compared.',
      ),
      ...near(`${key}${key}`, 'the key twice', byPart),
      ...near(`Bearer ${key}`, 'Bearer and the key', byPart),
      ...near(`no-such-key, ${key}`, 'an unknown key, a comma and the key', 'The header is read as a list.'),
      ...near(`${key};q=1`, 'the key with a parameter', 'What follows a semicolon is cut off.'),
      ...near(`${key} x`, 'the key and a word', 'Only the first word is read.'),
      ...near(`${key}/`, 'the key with a slash behind it', 'Signs at the end are cut off.'),
      ...near(
        [...key].reverse().join(''),
        'the key from back to front',
        'Only the letters or the length are compared.',
      ),
      ...near(
        key.replaceAll(/[-_]/g, (sign) => (sign === '-' ? '_' : '-')),
        'the key with - for _ and _ for -',
        bySigns,
      ),
      ...near(key.replaceAll(/[^a-z0-9]/gi, ''), 'the key without its signs', bySigns),
      ...near(
        `${key.slice(0, middle)}_${key.slice(middle + 1)}`,
        'the key with _ in its middle',
        'The key is used as a pattern of SQL.',
      ),
      ...near(Buffer.from(key).toString('base64'), 'the key in Base64', 'The key is decoded.'),
      ...near(`"${key}"`, 'the key in quotes', 'Quotes are taken from the key.'),
      ...near(percentEncoded(key), 'the key percent-encoded', 'The key is percent-decoded.'),
      ...word('constructor', asName),
      ...word('__proto__', asName),
      ...word('toString', asName),
      ...word('null'),
      ...word('undefined'),
      ...word('true'),
      ...word('0'),
      ...word('*', 'The key is used as a pattern.'),
      ...word('%', 'The key is used as a pattern of SQL.'),
      ...word('.*', 'The key is used as a regular expression.'),
      ...word("' OR '1'='1", 'The key is put into a query as it is.'),
      ...word('{"$ne":""}', 'The key is put into a query as it is.'),
      odd('k'.repeat(1_025), 'a key of 1025 letters'),
      odd('k'.repeat(4_000), 'a key of 4000 letters'),
      // As one byte, which HTTP lets stand in a header.
      odd('no-such-k\u00e9y-\u00ff', 'a key with bytes that are no ASCII'),
      odd('no-such\tkey', 'a key with a tab in it'),
    ],
  };
}

function other(letter: string): string {
  return letter === 'a' ? 'b' : 'a';
}

function swappedCase(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}

function percentEncoded(text: string): string {
  return text.replaceAll(/./g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
}
