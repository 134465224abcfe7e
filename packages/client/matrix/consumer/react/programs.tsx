import { createClient } from '@giftoin/client/openapi-fetch';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import createReactQuery from 'openapi-react-query';

const list = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';

interface Options {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly platformUserId: string;
}

/** Shows the progress of a user with React, TanStack Query and openapi-react-query. */
export function createPrograms({ apiKey, baseUrl, platformUserId }: Options) {
  const api = createReactQuery(createClient({ apiKey, baseUrl, apiKeyIsPublic: true }));
  // The client retries temporary errors itself. Without this option, TanStack Query would repeat each call three times.
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });

  function Programs() {
    const { data, error, isPending } = api.useQuery('get', list, {
      params: { path: { platform: 'discord', platformUserId } },
    });
    if (isPending) return <p>Loading</p>;
    // The error body of the contract, or the GiftoinError of a call without such a response.
    if (error) return <p role="alert">{error instanceof Error ? error.message : error.status.errorMessage}</p>;
    return (
      <ul>
        {data.map(({ id, name, collectedCount, size }) => (
          <li key={id}>{`${name}: ${collectedCount} of ${size}`}</li>
        ))}
      </ul>
    );
  }

  return (
    <QueryClientProvider client={queryClient}>
      <Programs />
    </QueryClientProvider>
  );
}
