/** A program that calls the other endpoints, and prints what it gets. */
export const writeProgram = `
import { type Badge, createGiftoinClient, type GiftoinClient, type PageItem } from '@giftoin/client';
import { type ExampleName, type FakeResponse, fakeFetch, fixtures } from '@giftoin/client/testing';
import { createClient } from '@giftoin/client/openapi-fetch';

const user = { platform: 'discord', platformUserId: '1' };
const giftoin = createGiftoinClient({ apiKey: 'demo', baseUrl: process.env.MOCK ?? '' });
const results: Record<string, unknown> = {};

// Against the mock
const page = await giftoin.listRewards({ ...user, colours: ['gold', 'silver'], limit: 2 });
const created: Badge = await giftoin.createReward({ ...user, body: { colour: 'gold' } });
const deleted: undefined = await giftoin.deleteReward({ rewardNumber: 5 });
const changed: Badge | { readonly job?: number } = await giftoin.changeReward({ rewardNumber: 5, body: { colour: null } });
const mocked: Badge[] = [];
for await (const badge of giftoin.paginate.listRewards({ ...user, limit: 1 })) mocked.push(badge);
results.mock = [page, created, deleted ?? 'nothing', changed, mocked];

// @ts-expect-error the body is missing
const missingBody = () => giftoin.createReward(user);
// @ts-expect-error colour is missing
const wrongBody = () => giftoin.createReward({ ...user, body: { tags: [] } });
// @ts-expect-error limit is a number
const wrongQuery = () => giftoin.listRewards({ ...user, limit: '2' });
// @ts-expect-error the operation has no pages
const noPages = () => giftoin.paginate.getReward({ ...user, rewardId: 'b_7' });
// @ts-expect-error the operation has no body
const extraBody = () => giftoin.deleteReward({ rewardNumber: 5, body: {} });
const item: PageItem<'listRewards'> = { id: 'b_1', colour: 'gold' };
const colour: PageItem<'listColours'> = 'gold';

/** Calls with fake responses. Returns the result and the requests. */
async function fake(responses: readonly (ExampleName | FakeResponse)[], call: (giftoin: GiftoinClient) => Promise<unknown>) {
  const fetch = fakeFetch(...responses);
  const value = await call(createGiftoinClient({ apiKey: 'demo', fetch })).then(
    (value) => value ?? 'nothing',
    ({ kind, status, message, path, attempts, errorCode }) => ({ kind, status, message, path, attempts, errorCode }),
  );
  const requests = fetch.requests.map(({ operationId, method, url, headers, body }) => {
    const { 'idempotency-key': key, 'content-type': type } = headers;
    return { operationId, method, path: url.replace('https://api.giftoin.org/api/v1', ''), key, type, body };
  });
  return { value, requests };
}
const collect = async (items: AsyncIterable<unknown>) => {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
};
const toPage = (id: string, next: string | null) => ({ body: { items: [{ id, colour: 'gold' }], next } });
const body = { colour: 'gold', tags: ['a'] };

results.query = await fake([], (giftoin) => giftoin.listRewards({ ...user, colours: ['gold', 'silver'], limit: 2 }));
results.badQuery = await fake([], (giftoin) => giftoin.listRewards({ ...user, limit: 500 }));
results.pages = await fake([toPage('a', 'x y'), toPage('b', null)], (giftoin) => collect(giftoin.paginate.listRewards({ ...user, limit: 1 })));
results.loop = await fake([toPage('a', 'x')], (giftoin) => collect(giftoin.paginate.listRewards(user)));
results.optional = await fake([], (giftoin) => giftoin.listColours());
results.offset = await fake([{ body: ['a', 'b'] }, { body: ['c'] }, { body: [] }], (giftoin) => collect(giftoin.paginate.listColours()));
results.sameOffset = await fake([{ body: ['a', 'b'] }], (giftoin) => collect(giftoin.paginate.listColours({ skip: 4 })));
results.post = await fake([], (giftoin) => giftoin.createReward({ ...user, body }));
results.ownKey = await fake([], (giftoin) => giftoin.createReward({ ...user, body, 'Idempotency-Key': 'mine' }));
results.retried = await fake([{ status: 503, body: '', headers: { 'retry-after': '0' } }, 'created'], (giftoin) => giftoin.createReward({ ...user, body }));
results.badBody = await fake([], (giftoin) => giftoin.createReward({ ...user, body: { colour: '', tags: ['a'] } }));
results.badTag = await fake([], (giftoin) => giftoin.createReward({ ...user, body: { colour: 'x', tags: ['a', 1 as never] } }));
results.undocumented = await fake([{ status: 200, body: { id: 'b_1', colour: 'gold' } }], (giftoin) => giftoin.createReward({ ...user, body }));
results.delete = await fake([], (giftoin) => giftoin.deleteReward({ rewardNumber: 5 }));
results.badPath = await fake([], (giftoin) => giftoin.deleteReward({ rewardNumber: 0 }));
results.notRetried = await fake([{ status: 503, body: '' }], (giftoin) => giftoin.deleteReward({ rewardNumber: 5 }));
results.conflict = await fake(['alreadyClaimed'], (giftoin) => giftoin.changeReward({ rewardNumber: 5, body: {} }));
results.accepted = await fake(['accepted'], (giftoin) => giftoin.changeReward({ rewardNumber: 5, body: {} }));
results.wrongAccepted = await fake([{ status: 202, body: fixtures.getReward.example }], (giftoin) => giftoin.changeReward({ rewardNumber: 5, body: {} }));
results.fixtures = [fixtures.createReward.created, fixtures.changeReward.accepted, fixtures.errors.alreadyClaimed.status, 'empty' in fixtures.deleteReward];

const fetch = fakeFetch();
const client = createClient({ apiKey: 'demo', fetch });
const path = { path: user };
const post = await client.POST('/api/v1/users/{platform}/{platformUserId}/rewards', { params: path as never, body });
const list = await client.GET('/api/v1/users/{platform}/{platformUserId}/rewards', { params: { ...path, query: { colours: ['gold', 'silver'] } } });
const gone = await client.DELETE('/api/v1/rewards/{rewardNumber}', { params: { path: { rewardNumber: 5 } } });
results.openapiFetch = [post.data, list.data?.items.length, gone.response.status, gone.data ?? 'nothing', fetch.requests.map(({ method, url, body }) => [method, url.split('/rewards')[1], body]), typeof fetch.requests[0]?.headers['idempotency-key']];
console.log(JSON.stringify({ ...results, compiled: [missingBody, wrongBody, wrongQuery, noPages, extraBody, item, colour].length }));
`;
