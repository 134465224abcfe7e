import type { GiftoinClient } from '@giftoin/client';
import { Client, Events } from 'discord.js';
import { collectionsCommand, createCollectionsHandler } from './collections-command.ts';

/** Creates a bot with the command /collections. */
export function createBot(giftoin: GiftoinClient): Client {
  const handleCollections = createCollectionsHandler(giftoin);
  const bot = new Client({ intents: [] }); // Commands need no intents.
  bot.once(Events.ClientReady, ({ application }) => {
    application.commands.set([collectionsCommand]).catch(console.error);
  });
  bot.on(Events.InteractionCreate, (interaction) => {
    if (
      !interaction.isChatInputCommand() ||
      interaction.commandName !== collectionsCommand.name
    )
      return;
    // It fails only if Discord is not reachable. Without a handler, the error would end
    // the process.
    handleCollections(interaction).catch(console.error);
  });
  return bot;
}
