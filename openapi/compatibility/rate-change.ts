import type { Change, Finding } from './change.ts';
import { ratingTable } from './rating-table.ts';

/** Rates a change with the first row of the table that applies. A change to which no row applies is major. */
export function rateChange(change: Change): Finding {
  const row = ratingTable.find(({ when }) => when(change));
  if (!row) {
    const reason =
      'No rule decides what this change means, so it counts as breaking. To decide, add a row to openapi/compatibility/rating-table.ts.';
    return { ...change, rating: 'major', isWarning: false, reason, decidedBy: 'undecided' };
  }
  const reason = row.id === 'redocly' ? change.verdicts.join(' ') : row.reason;
  return { ...change, rating: row.rating, isWarning: row.isWarning ?? false, reason, decidedBy: row.id };
}
