import { ratingTable } from '@giftoin/openapi/rating-table';
import { expect, test } from 'vitest';
import { createCompatibilityPage } from '../../src/compatibility/create-compatibility-page.ts';
import { formatRatings } from '../../src/compatibility/format-ratings.ts';

const when = () => true;

test('lists each rating with its title and its reason, the major ones first', () => {
  expect(
    formatRatings([
      { id: 'openapi-version', when, rating: 'patch', reason: 'A patch.' },
      { id: 'known-value', when, rating: 'minor', isWarning: true, reason: 'A minor change.' },
      { id: 'redocly', when, rating: 'major', reason: 'Redocly has a rule for it.' },
      { id: 'removed', when, rating: 'major', reason: 'A major change.' },
    ]),
  ).toBe(`### Major: a program can stop working

- **Removed**: A major change.

### Minor: something is added

- **Known value**: A minor change. The check prints a warning.

### Patch: nothing changes for programs

- **OpenAPI version**: A patch.`);
});

test('the page about compatibility contains the reason of every other row of the rating table', async () => {
  const { markdown } = await createCompatibilityPage();
  const missing = ratingTable.filter(({ id, reason }) => id !== 'redocly' && !markdown.includes(`: ${reason}`));
  expect(missing.map(({ id }) => id)).toEqual([]);
});
