import { setImmediate } from 'node:timers/promises';
import type { User, World } from '@giftoin/types/sandbox-control';

/** How many users are in a line. */
const usersPerLine = 500;

/**
 * Formats a world as lines of JSON: the world without its users, then lists of users. A large world as one value would hold the
 * event loop for seconds.
 */
export async function formatWorld({ users = [], ...rest }: World): Promise<string> {
  const lines = [JSON.stringify(rest)];
  for (let start = 0; start < users.length; start += usersPerLine) {
    await setImmediate();
    lines.push(JSON.stringify(users.slice(start, start + usersPerLine)));
  }
  return lines.join('\n');
}

/** Parses what `formatWorld` returned. A world of an earlier version is one line, with its users. */
export async function parseWorld(text: string): Promise<World> {
  const [first = '', ...lines] = text.split('\n');
  const { users = [], ...rest } = JSON.parse(first) as World;
  const all: User[] = [...users];
  for (const line of lines) {
    await setImmediate();
    for (const user of JSON.parse(line) as User[]) all.push(user);
  }
  return { ...rest, users: all };
}
