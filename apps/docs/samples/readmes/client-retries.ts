import { createGiftoinClient, isGiftoinError } from '@giftoin/client';
import { fakeFetch } from '@giftoin/client/testing';
import { QueryClient } from '@tanstack/query-core';

// #region query-client
const retry = (failures: number, error: Error) => !isGiftoinError(error) && failures < 3;
const queryClient = new QueryClient({ defaultOptions: { queries: { retry } } });
// #endregion
const fetch = fakeFetch({ status: 500 });
const giftoin = createGiftoinClient({ fetch });
const user = { platform: 'discord', platformUserId: '123456789012345678' };
const queryFn = () => giftoin.listCollectionChallengeProgress(user);
await queryClient.query({ queryKey: ['progress'], queryFn }).catch(() => undefined);
console.log(fetch.requests.length);
