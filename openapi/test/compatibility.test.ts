import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { documentFile, readDocument } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { edit, redocly, withDocument } from './redocly.ts';

const text = await readFile(documentFile, 'utf8');
const { version } = (await readDocument()).info;
const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
const bumps = { major: `${major + 1}.0.0`, minor: `${major}.${minor + 1}.0`, patch: `${major}.${minor}.${patch + 1}` };

const changes = {
  breaking: edit(text, 'required: [name, id, image, ownedQuantity, isOwned, rarity]', 'required: [name, id]'),
  additive: edit(
    text,
    '        ownedQuantity:\n',
    '        artist:\n          type: string\n          description: Who drew the card.\n        ownedQuantity:\n',
  ),
  cosmetic: edit(text, 'The URL of an image of the card.', 'The URL of a picture of the card.'),
};

// The same words as the package's script `compatibility`, from the base that these changes were made on.
const gate = (revision: string) =>
  withDocument(text, (base) =>
    withDocument(revision, (file) => redocly('diff', base, file, '--check-version', '--fail-on=none')),
  );
const bumped = (revision: string, to: string) => edit(revision, `\n  version: ${version}\n`, `\n  version: ${to}\n`);

test.each([
  ['breaking', 'major'],
  ['additive', 'minor'],
  ['cosmetic', 'patch'],
] as const)('a %s change needs a %s bump', async (change, bump) => {
  const [without, with_] = await Promise.all([gate(changes[change]), gate(bumped(changes[change], bumps[bump]))]);
  expect(without.output).toContain(`these changes require a ${bump} bump (${bumps[bump]}).`);
  expect([without.code, with_.code]).toEqual([1, 0]);
});

test('a breaking change does not pass as a minor one, nor an additive one as a patch', async () => {
  const gates = await Promise.all([
    gate(bumped(changes.breaking, bumps.minor)),
    gate(bumped(changes.additive, bumps.patch)),
  ]);
  expect(gates.map(({ code }) => code)).toEqual([1, 1]);
});

test('the released document has the version of the package that carries it', async () => {
  const { info } = await readDocument(fileURLToPath(new URL('../released.yaml', import.meta.url)));
  expect(info.version).toBe(packageJson.version);
});
