/** Creates the path of the progress of a user on Discord in all programs. */
export function createProgressPath(platformUserId: string): string {
  return `/api/v1/users/discord/${platformUserId}/progress/collection-challenges`;
}
