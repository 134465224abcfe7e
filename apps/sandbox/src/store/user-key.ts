import type { UserId } from '../world/user-id.ts';

/** Formats a user ID as the one string that the database and the cache identify a user by, for example `discord/42`. */
export function formatUserKey({ platform, platformUserId }: UserId): string {
  return `${platform}/${platformUserId}`;
}

/** Parses a string that `formatUserKey` returned. A platform has no slash. */
export function parseUserKey(key: string): UserId {
  const slash = key.indexOf('/');
  return { platform: key.slice(0, slash), platformUserId: key.slice(slash + 1) };
}
