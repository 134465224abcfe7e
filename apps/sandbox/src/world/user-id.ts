/** Identifies a user: the platform and the user ID on it. */
export interface UserId {
  readonly platform: string;
  readonly platformUserId: string;
}
