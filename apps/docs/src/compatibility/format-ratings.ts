import { type Row, ratingTable } from '@giftoin/openapi/rating-table';

/** Headings and explanations of the ratings, in the order of the page. */
const ratings = [
  ['major', 'Major: a program can stop working'],
  ['minor', 'Minor: something is added'],
  ['patch', 'Patch: nothing changes for programs'],
] as const;

/** Formats the rating table of the compatibility check as Markdown, for users of the API. */
export function formatRatings(rows: readonly Row[] = ratingTable): string {
  return ratings
    .map(([rating, heading]) => {
      // The text of the page explains what Redocly decides.
      const lines = rows.filter(({ rating: own, id }) => own === rating && id !== 'redocly').map(formatRow);
      return `### ${heading}\n\n${lines.join('\n')}`;
    })
    .join('\n\n');
}

function formatRow({ id, reason, isWarning }: Row): string {
  return `- **${toTitle(id)}**: ${reason}${isWarning ? ' The check prints a warning.' : ''}`;
}

/** The ID of a row is its title, in kebab case. */
function toTitle(id: string): string {
  const words = id.replaceAll('-', ' ').replace('openapi', 'OpenAPI');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
