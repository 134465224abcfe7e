/** No text of a server reaches a report in a way that a terminal, a CI service, XML or Markdown reads as a command. */
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { checkContract } from '../src/index.ts';
import { formatText } from '../src/reports/format-text.ts';
import { reportFormats } from '../src/reports/report-formats.ts';
import { startHostileServer } from './hostile/hostile-server.ts';
import { acceptedKey } from './hostile/programs.ts';
import { texts } from './hostile/texts.ts';
import { validateSarif } from './validate-sarif.ts';

const names = ['commands as an error code, with a list', 'commands as IDs', 'commands as names of properties'];

describe.each(names)('%s', async (name) => {
  const hostile = texts[name];
  if (!hostile) throw new Error(`There is no hostile server ${JSON.stringify(name)}.`);
  await using server = await startHostileServer(hostile);
  const report = await checkContract({ url: server.url, key: acceptedKey, rate: Infinity, seed: 1 });
  const files = Object.entries(reportFormats).map(([format, { format: write }]) => [format, write(report)] as const);

  test.each([['text', formatText(report, true)] as const, ...files])('are escaped in %s', (_, text) => {
    expect(text).toContain('injected');
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\u2028\u202e\p{Cs}]/u);
    expect(text).not.toMatch(/::error::|##vso\[|##\[/);
    expect(text).not.toMatch(/^::/m);
  });

  test('are text in XML and in Markdown', () => {
    const { junit = '', markdown = '' } = Object.fromEntries(files);
    expect(XMLValidator.validate(junit)).toBe(true);
    expect(junit).not.toContain('<script>');
    const visible = markdown.replaceAll(/(`+)(?!`).*?[^`]\1(?!`)/g, '');
    expect(visible).not.toMatch(/<script>|@octocat|https:\/\/evil/);
  });

  test('are valid SARIF', async () => {
    const { sarif = '' } = Object.fromEntries(files);
    expect(await validateSarif(JSON.parse(sarif))).toEqual([]);
  });
});
