import { expect, test } from 'vitest';
import { entries } from '../src/entries.ts';
import { checkTrafficOfEntries } from '../src/traffic/check-traffic-of-entries.ts';
import { formatTrafficReport } from '../src/traffic/format-traffic-report.ts';

// `pnpm broken-servers --traffic` checks all of them. Defects that delay responses would take seconds.
const sample = entries.filter(({ group }, index) => index % (group === 'conforming' ? 5 : 12) === 0);

test('recorded traffic shows the defects of a sample that it can show, and no conforming variant', async () => {
  const results = await checkTrafficOfEntries(sample);
  expect(results.filter(({ isRight }) => !isRight).map(({ entry, codes }) => [entry.id, codes])).toEqual([]);
  const recognised = results.filter(({ entry, codes }) => !entry.conforms && codes.length > 0);
  expect(recognised.length).toBeGreaterThan(15);
  expect(formatTrafficReport(results, false)).toMatch(
    new RegExp(
      `\\n${recognised.length} of ${recognised.length} defects recognised .*, 0 false alarms in \\d+ variants\\.$`,
    ),
  );
});
