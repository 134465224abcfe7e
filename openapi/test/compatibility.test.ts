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
    '        artist:\n          type: string\n          description: The artist of the card.\n        ownedQuantity:\n',
  ),
  cosmetic: edit(text, 'The URL of an image of the card.', 'The URL of a picture of the card.'),
};

// The same arguments as the `compatibility` script of the package. The base is the unchanged document.
const compare = (revision: string) =>
  withDocument(text, (base) =>
    withDocument(revision, (file) => redocly('diff', base, file, '--check-version', '--fail-on=none')),
  );
const withVersion = (revision: string, to: string) =>
  edit(revision, `\n  version: ${version}\n`, `\n  version: ${to}\n`);

test.each([
  ['breaking', 'major'],
  ['additive', 'minor'],
  ['cosmetic', 'patch'],
] as const)('a change that is %s requires a %s bump', async (change, bump) => {
  const [unbumped, bumped] = await Promise.all([
    compare(changes[change]),
    compare(withVersion(changes[change], bumps[bump])),
  ]);
  expect(unbumped.output).toContain(`these changes require a ${bump} bump (${bumps[bump]}).`);
  expect([unbumped.code, bumped.code]).toEqual([1, 0]);
});

test('rejects a minor bump for a breaking change and a patch bump for an additive change', async () => {
  const results = await Promise.all([
    compare(withVersion(changes.breaking, bumps.minor)),
    compare(withVersion(changes.additive, bumps.patch)),
  ]);
  expect(results.map(({ code }) => code)).toEqual([1, 1]);
});

test('the released document has the version of the package', async () => {
  const { info } = await readDocument(fileURLToPath(new URL('../released.yaml', import.meta.url)));
  expect(info.version).toBe(packageJson.version);
});
