// Checked by `tsc`: an @ts-expect-error fails if the line below it compiles.
import type { CollectionChallengeProgress, ErrorBody } from '@giftoin/client';
import { type Client, createClient, type paths } from '@giftoin/client/openapi-fetch';
import { fakeFetch } from '@giftoin/client/testing';

const list = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';
const user = { platform: 'discord', platformUserId: '42' };

const client: Client<paths> = createClient<paths>({ apiKey: 'a', retries: 1, credentials: 'include' });
const { data, error } = await createClient().GET(list, { params: { path: user }, timeout: 100 });
export const programs: CollectionChallengeProgress[] | undefined = data;
export const body: ErrorBody | undefined = error;
createClient({ fetch: fakeFetch('claimed') });
createClient({ fetch });

// @ts-expect-error programId is missing
client.GET(`${list}/{programId}`, { params: { path: user } });
// @ts-expect-error the API only reads
client.POST(list, { params: { path: user } });
// @ts-expect-error the option does not exist
createClient({ baseURL: 'https://api.giftoin.org' });
// @ts-expect-error the client follows no redirect
createClient({ redirect: 'follow' });
