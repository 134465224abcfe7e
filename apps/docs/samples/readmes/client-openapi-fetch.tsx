import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';

const apiKey = process.env.GIFTOIN_API_KEY ?? '';
const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const user = { platform: 'discord', platformUserId: '123456789012345678' };

// #region client
import { createClient } from '@giftoin/client/openapi-fetch';

const client = createClient({ apiKey }); // the options above, and those of openapi-fetch
client.use({ onRequest: ({ request }) => request.headers.set('traceparent', traceparent) });

const list = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';
const { data, error, response } = await client.GET(list, { params: { path: user } });
// #endregion
console.log(data?.length, error, response.status);

// #region react
import createReactQuery from 'openapi-react-query';

const api = createReactQuery(client);
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } }); // the client retries

function Programs() {
  const { data, error, isPending } = api.useQuery('get', list, { params: { path: user } });
  if (isPending) return <p>Loading</p>;
  if (error) return <p>{error instanceof Error ? error.message : error.status.errorMessage}</p>;
  return (
    <ul>
      {data.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
}
// #endregion
await queryClient.prefetchQuery(api.queryOptions('get', list, { params: { path: user } }));
const page = renderToString(
  <QueryClientProvider client={queryClient}>
    <Programs />
  </QueryClientProvider>,
);
console.log(page);
