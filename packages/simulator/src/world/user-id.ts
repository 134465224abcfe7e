/** Identifies a user: the platform and the user ID on it. */
export interface UserId {
  readonly platform: string;
  readonly platformUserId: string;
}

/** Formats a user ID as one string, for example `discord/42`. The database and the caches identify users by it. */
export function formatUserKey({ platform, platformUserId }: UserId): string {
  return `${platform}/${platformUserId}`;
}

/** Parses a string that `formatUserKey` returned. A platform has no slash. */
export function parseUserKey(key: string): UserId {
  const slash = key.indexOf('/');
  return { platform: key.slice(0, slash), platformUserId: key.slice(slash + 1) };
}
