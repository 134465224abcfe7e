import { createGiftoinClient, type GiftoinClientOptions } from '@giftoin/client';
import { fakeFetch, fixtures } from '@giftoin/client/testing';
import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandType,
  ChatInputCommandInteraction,
  type Client,
  Events,
  InteractionType,
  Routes,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createBot } from '../discord/bot.ts';
import { createCache } from '../discord/cache.ts';
import { createProgressEmbed } from '../discord/progress-embed.ts';
import { runSample } from '../src/run-sample.ts';
import { startServers } from './start-servers.ts';

const userId = '123456789012345678';
const example = fixtures.getCollectionChallengeProgress;

let servers: Awaited<ReturnType<typeof startServers>>;
beforeAll(async () => {
  servers = await startServers();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
beforeEach(() => servers.control.resetWorkspace());
afterAll(() => servers.close());

interface DiscordRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Creates the bot, with a Discord that records what it receives. */
function createTestBot(options: GiftoinClientOptions = {}): { bot: Client; requests: DiscordRequest[] } {
  const giftoin = createGiftoinClient({
    baseUrl: servers.origins.sandbox,
    apiKey: servers.apiKeys.default,
    ...options,
  });
  const bot = createBot(giftoin);
  const requests: DiscordRequest[] = [];
  bot.rest.options.makeRequest = async (url, { method, body }) => {
    const path = decodeURIComponent(new URL(url).pathname.replace('/api/v10', ''));
    requests.push({ method: method ?? '', path, body: JSON.parse(String(body)) });
    return Response.json({ id: '1', channel_id: '2', author: { id: '3', username: 'bot' } }) as never;
  };
  bot.token = 'test';
  bot.rest.setToken('test');
  return { bot, requests };
}

/** Emits the command of a user, and returns what Discord receives until the bot edits its reply. */
async function runCommand({ bot, requests }: ReturnType<typeof createTestBot>): Promise<readonly DiscordRequest[]> {
  const start = requests.length;
  const data = {
    id: '10',
    application_id: '11',
    type: InteractionType.ApplicationCommand,
    token: 'interaction',
    version: 1,
    user: { id: userId, username: 'user', discriminator: '0', avatar: null, global_name: null },
    data: { id: '12', name: 'collections', type: ApplicationCommandType.ChatInput },
    locale: 'en-US',
    entitlements: [],
    app_permissions: '0',
    authorizing_integration_owners: {},
    attachment_size_limit: 0,
  } as unknown as APIChatInputApplicationCommandInteraction;
  const interaction: ChatInputCommandInteraction = Reflect.construct(ChatInputCommandInteraction, [bot, data]);
  bot.emit(Events.InteractionCreate, interaction);
  await vi.waitUntil(() => requests.length === start + 2, { timeout: 30_000 });
  return requests.slice(start);
}

test('defers the reply for the user alone, then shows the progress', async () => {
  const [deferred, edited] = await runCommand(createTestBot());
  expect(deferred).toEqual({
    method: 'POST',
    path: Routes.interactionCallback('10', 'interaction'),
    body: { type: 5, data: { flags: 64 } },
  });
  expect(edited).toMatchObject({
    method: 'PATCH',
    path: Routes.webhookMessage('11', 'interaction'),
    body: {
      embeds: [
        {
          title: 'Your collections',
          thumbnail: { url: 'https://example.com/images/winter-challenge.png' },
          fields: [
            {
              name: 'Winter Challenge',
              value: expect.stringMatching(
                /^███░░░░░░░ 30 % \(3 of 10 cards\)\nReward: Winter Champion Badge\nEnds <t:\d+:R>$/,
              ),
            },
          ],
        },
      ],
    },
  });
});

test('defers the reply before it requests the progress', async () => {
  const order: string[] = [];
  const { bot, requests } = createTestBot({
    fetch: (url, init) => {
      order.push(`giftoin after ${requests.length} requests to Discord`);
      return fetch(url, init as RequestInit);
    },
  });
  await runCommand({ bot, requests });
  expect(order).toEqual(['giftoin after 1 requests to Discord']);
});

test('sends one request to the API for a user who repeats the command', async () => {
  const before = (await servers.control.readRequestLog()).length;
  const bot = createTestBot();
  await runCommand(bot);
  await runCommand(bot);
  expect((await servers.control.readRequestLog()).length - before).toBe(1);
});

test.each([
  ['overdue', 'This bot is not set up correctly. Please contact the owner of this server.'],
  ['denied', 'This bot is not set up correctly. Please contact the owner of this server.'],
  ['failing', 'Giftoin is not reachable at the moment. Please try again in a few minutes.'],
] as const)('explains an error of the API key %s to the user', async (name, content) => {
  const [, edited] = await runCommand(createTestBot({ apiKey: servers.apiKeys[name], retries: 0 }));
  expect(edited?.body).toMatchObject({ content });
});

test('names the time to wait after a 429, and tries again with the next command', async () => {
  const bot = createTestBot({
    fetch: fakeFetch({ example: 'rateLimited', headers: { 'retry-after': '30' } }, 'claimable') as never,
    retries: 0,
  });
  const [, edited] = await runCommand(bot);
  expect(edited?.body).toMatchObject({
    content: 'There are too many requests at the moment. Please try again in 30 s.',
  });
});

test('registers its command when it is ready', () => {
  const { bot } = createTestBot();
  const set = vi.fn(async () => undefined);
  bot.emit(Events.ClientReady, { application: { commands: { set } } } as never);
  expect(set.mock.calls).toMatchObject([[[{ name: 'collections', description: expect.any(String) }]]]);
});

test('an embed respects the limits of Discord', () => {
  const long = {
    ...example.claimable,
    name: '*'.repeat(300),
    reward: { ...example.claimable.reward, name: '😀'.repeat(1000) },
  };
  for (const programs of [
    Array.from({ length: 40 }, () => long),
    Array.from({ length: 40 }, () => example.inProgress),
  ]) {
    const { title = '', fields = [], footer } = createProgressEmbed(programs as never).toJSON();
    const texts = [title, footer?.text ?? '', ...fields.flatMap(({ name, value }) => [name, value])];
    expect(fields.length).toBeLessThanOrEqual(25);
    expect(texts.join('').length).toBeLessThanOrEqual(6000);
    for (const { name, value } of fields) expect([name.length <= 256, value.length <= 1024]).toEqual([true, true]);
    expect(footer?.text).toBe(`Collections that are not shown: ${40 - fields.length}`);
    expect(texts.join('').isWellFormed()).toBe(true);
  }
});

test.each([
  [example.claimed, '██████████ 100 % (3 of 3 cards)\nReward: Winter Champion Badge, claimed\nEnds <t:1798761600:R>'],
  [
    example.claimable,
    '██████████ 100 % (3 of 3 cards)\n**Reward: Winter Champion Badge, ready to claim**\nEnds <t:1798761600:R>',
  ],
  [example.noReward, '███░░░░░░░ 33 % (1 of 3 cards)\nEnds <t:1798761600:R>'],
  [example.noEnd, '██████░░░░ 66 % (2 of 3 cards)\nReward: Winter Champion Badge'],
  [example.upcoming, '░░░░░░░░░░ 0 % (0 of 3 cards)\nReward: Winter Champion Badge\nStarts <t:1798243200:R>'],
  [example.ended, '██████░░░░ 66 % (2 of 3 cards)\nReward: Winter Champion Badge\nEnded'],
])('shows each state of a program', (program, value) => {
  expect(createProgressEmbed([program]).toJSON().fields).toEqual([{ name: 'Winter Challenge', value }]);
});

test('an embed without programs has a text', () => {
  expect(createProgressEmbed([]).toJSON()).toMatchObject({ description: 'There are no collections at the moment.' });
});

test('the cache drops errors and the oldest results', async () => {
  const loaded: string[] = [];
  const load = createCache(
    async (key) => {
      loaded.push(key);
      if (key === 'error') throw new Error('no');
    },
    { size: 2 },
  );
  await load('error').catch(() => undefined);
  await load('error').catch(() => undefined);
  for (const key of ['a', 'b', 'b', 'c', 'a']) await load(key);
  expect(loaded).toEqual(['error', 'error', 'a', 'b', 'c', 'a']);
});

test('the program starts up to the login, which needs a token', async () => {
  const environment = { GIFTOIN_API_KEY: servers.apiKeys.default, DISCORD_TOKEN: '' };
  await expect(runSample('discord/start.ts', servers.origins, environment)).rejects.toThrow('TokenInvalid');
});
