import { createGiftoinClient, isGiftoinError } from '@giftoin/client';
import { QueryClient, useQuery } from '@tanstack/react-query';

const giftoin = createGiftoinClient({
  baseUrl: `${location.origin}/giftoin`, // The gateway.
  apiKey: 'none', // The gateway adds the real one.
  apiKeyIsPublic: true, // True for this text. Never set it with a real API key.
  timeout: 15_000,
});

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The client has already retried its errors. TanStack Query retries what else
      // fails.
      retry: (failures, error) => !isGiftoinError(error) && failures < 3,
      // Progress changes slowly. Without it, every click on the window sends a request.
      staleTime: 30_000,
    },
  },
});

export const collectionsQuery = (platformUserId: string) => ({
  queryKey: ['collections', platformUserId],
  // With `signal`, a component that disappears also ends its request.
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    giftoin.listCollectionChallengeProgress(
      { platform: 'discord', platformUserId },
      { signal },
    ),
});

export function Collections({ userId }: { userId: string }) {
  const { data, error, isPending } = useQuery(collectionsQuery(userId));
  if (isPending) return <p>Loading</p>;
  if (error) return <p>The collections are not available at the moment.</p>;
  return (
    <ul>
      {data.map(({ id, name, progressInPercentage }) => (
        <li key={id}>
          {name} <progress max={100} value={progressInPercentage} />
        </li>
      ))}
    </ul>
  );
}
