// Checked by `tsc`: the types in @giftoin/types/paths, used as the documentation of openapi-fetch shows.
import type { CollectionChallengeProgress, ErrorBody } from '@giftoin/types';
import type { paths } from '@giftoin/types/paths';
import createClient, { type Middleware } from 'openapi-fetch';

const list = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';
const one = `${list}/{programId}` as const;
const user = { platform: 'discord', platformUserId: '42' };

const client = createClient<paths>({ baseUrl: 'https://api.giftoin.org' });

const { data, error } = await client.GET(list, { params: { path: user } });
if (data) {
  const names: string[] = data.map(({ name }) => name);
  const statuses: string[] = data.flatMap(({ cards }) => cards.map(({ rarity }) => rarity.toUpperCase()));
  for (const { reward } of data) names.push(reward?.id ?? '', ...statuses);
  const [first] = data.toSorted((a, b) => a.collectedCount - b.collectedCount);
  const same: CollectionChallengeProgress | undefined = first;
  if (same?.status === 'completed') data.push(...data.filter(({ id }) => id === same.id));
  // @ts-expect-error an error is undefined if there is data
  error.status;
} else {
  const body: ErrorBody = error;
  const message: string = error.status.errorMessage;
  void [body, message];
}

const single = await client.GET(one, { params: { path: { ...user, programId: 'program_123' } } });
export const progress: CollectionChallengeProgress | undefined = single.data;
export const collected: number | undefined = single.data?.cards.filter(({ isOwned }) => isOwned).length;

const middleware: Middleware = {
  onRequest({ request, schemaPath, params }) {
    request.headers.set('traceparent', `${schemaPath} ${params.path?.platform}`);
    return request;
  },
};
client.use(middleware);

// @ts-expect-error programId is missing
client.GET(one, { params: { path: user } });
// @ts-expect-error IDs are strings, because large numbers lose digits in JavaScript
client.GET(list, { params: { path: { platform: 'discord', platformUserId: 42 } } });
// @ts-expect-error the parameters are missing
client.GET(list);
// @ts-expect-error the path does not exist
client.GET('/api/v1/users', {});
// @ts-expect-error the API only reads
client.POST(list, { params: { path: user } });
