import { type GiftoinClient, isGiftoinError } from '@giftoin/client';
import {
  type ChatInputCommandInteraction,
  MessageFlags,
  SlashCommandBuilder,
} from 'discord.js';
import { createCache } from './cache.ts';
import { createProgressEmbed } from './progress-embed.ts';

export const collectionsCommand = new SlashCommandBuilder()
  .setName('collections')
  .setDescription('Shows your progress in the card collections.');

/** Creates the function that responds to /collections. */
export function createCollectionsHandler(giftoin: GiftoinClient) {
  // A user who repeats the command costs one request in 30 seconds. `platformUserId` is
  // a string, as in discord.js.
  const getPrograms = createCache((platformUserId) =>
    giftoin.listCollectionChallengeProgress(
      { platform: 'discord', platformUserId },
      { timeout: 10_000 },
    ),
  );
  return async (interaction: ChatInputCommandInteraction): Promise<void> => {
    // Discord waits 3 seconds for a response, less than a slow request takes. After
    // deferReply it waits 15 minutes.
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    try {
      const programs = await getPrograms(interaction.user.id);
      await interaction.editReply({ embeds: [createProgressEmbed(programs)] });
    } catch (error) {
      console.error(error); // For you. It never contains the API key.
      await interaction.editReply(formatError(error));
    }
  };
}

/**
 * What the user sees. Users can do nothing about an API key, so they see no details.
 */
function formatError(error: unknown): string {
  if (!isGiftoinError(error)) return 'Something went wrong. Please try again later.';
  switch (error.kind) {
    case 'tooManyRequests':
      return `There are too many requests at the moment. Please try again in ${toSeconds(error.retryAfter)} s.`;
    case 'unauthorized':
    case 'paymentRequired':
    case 'forbidden':
      return 'This bot is not set up correctly. Please contact the owner of this server.';
    case 'internalServer':
    case 'network':
    case 'timeout':
    case 'unexpectedStatus':
      return 'Giftoin is not reachable at the moment. Please try again in a few minutes.';
    default:
      return 'Something went wrong. Please try again later.';
  }
}

function toSeconds(milliseconds = 60_000): number {
  return Math.ceil(milliseconds / 1000);
}
