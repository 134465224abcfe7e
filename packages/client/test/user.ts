/** The path parameters of a user. */
export const user = { platform: 'discord', platformUserId: '123456789012345678' };
