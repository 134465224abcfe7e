import { parts } from '../small-server.ts';
import { type Defect, where } from './breaking.ts';

/** The query. */
export const query: readonly Defect[] = [
  {
    name: 'a long query brings a 500',
    foundBy: '/unknown-query',
    broken: where(
      (_, { query }) => (query?.length ?? 0) > 1_500,
      () => parts.error(500, 500, {} as never),
    ),
  },
  {
    name: 'an unknown query parameter is refused',
    foundBy: '/unknown-query',
    broken: where(
      (_, { query }) => /no-such-parameter/.test(query ?? ''),
      () => parts.error(400, 400, {} as never),
    ),
  },
  {
    name: 'the query limits the list',
    foundBy: 'listCollectionChallengeProgress/unknown-query',
    broken: where(
      (answer, { query }) => Array.isArray(answer.body) && /limit=0/.test(query ?? ''),
      (answer) => ({ ...answer, body: [] }),
    ),
  },
  {
    name: 'a query that cannot be decoded brings a 500',
    foundBy: '/unknown-query',
    broken: where(
      (_, { query }) => /%zz/.test(query ?? ''),
      () => parts.error(500, 500, {} as never),
    ),
  },
];
