/** Checked by the compiler and never run: the types of other implementations of `fetch`. */
import { createGiftoinClient } from '@giftoin/client';
import { createClient } from '@giftoin/client/openapi-fetch';
import crossFetch from 'cross-fetch';
import nodeFetch from 'node-fetch';
import { ProxyAgent, fetch as undiciFetch } from 'undici';

const dispatcher = new ProxyAgent('http://127.0.0.1:3128');

createGiftoinClient({ fetch });
createGiftoinClient({ fetch: undiciFetch, fetchOptions: { dispatcher } });
createGiftoinClient({ fetch: (url, init) => undiciFetch(url, { ...init, dispatcher }) });
createGiftoinClient({ fetch: crossFetch });
createGiftoinClient({ fetch: nodeFetch });
createGiftoinClient({ fetch: (url, init) => nodeFetch(url, init) });
createClient({ fetch, requestInitExt: { dispatcher }, cache: 'no-store', credentials: 'include' });
// @ts-expect-error the client sets the method itself
createGiftoinClient({ fetchOptions: { method: 'POST' } });
// @ts-expect-error this function returns no response
createGiftoinClient({ fetch: async () => 'text' });
