/** One of the three ways into the site. */
export interface Door {
  readonly title: string;
  readonly href: string;
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

export const doors: readonly Door[] = [
  {
    title: 'Integrate',
    href: '/integrate/',
    text: 'Show progress and rewards in a bot, a game or on a website.',
    links: [
      { text: 'Discord bot', href: '/guides/discord-bot/' },
      { text: 'Roblox game', href: '/guides/roblox/' },
      { text: 'Errors and retries', href: '/guides/errors-and-retries/' },
    ],
  },
  {
    title: 'Provide',
    href: '/provide/',
    text: 'Serve the API, and change it without breaking its users.',
    links: [
      { text: 'Check a server in CI', href: '/guides/contract-checks/' },
      { text: 'Compatibility', href: '/guides/compatibility/' },
      { text: 'Changelog', href: '/changelog/' },
    ],
  },
  {
    title: 'Contribute',
    href: '/contribute/',
    text: 'Work on the document, the client, the servers or this site.',
    links: [
      { text: 'Architecture', href: '/contribute/#architecture' },
      { text: 'Where to change what', href: '/contribute/#where-to-change-what' },
      { text: 'Repository', href: 'https://github.com/giftoin/contract' },
    ],
  },
];
