/**
 * Measures the sandbox beside a bare node:http server that answers with the same bytes, in turn and in one run:
 *
 *   pnpm bench             everything, about four minutes
 *   pnpm bench --quick     shorter rounds, to see that it runs
 *
 * Ratios are what counts: the machine it runs on is another each time.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPacked } from '@giftoin/packing';
import { startPostgres } from '@giftoin/postgres';
import { createSandboxControl } from '@giftoin/sandbox';
import { defaultToken } from '../src/sandbox.ts';
import { defaultUser } from '../src/world/default-world.ts';
import { createManyPrograms } from '../src/world/many-programs.ts';
import { type Child, floorChild, sandboxChild } from './child.ts';
import { compare, load, type Ratio } from './load.ts';
import { prism } from './prism.ts';
import { seedUsers } from './seed.ts';
import { startUp } from './start-up.ts';

const quick = process.argv.includes('--quick');
const [seconds, rounds] = quick ? [0.5, 1] : [1.5, 5];
const pathOf = (user: string) => `/api/v1/users/discord/${user}/progress/collection-challenges`;
const list = pathOf(defaultUser.platformUserId);

const folder = await mkdtemp(join(tmpdir(), 'giftoin-bench-'));
const postgres = await startPostgres();
const ends: (() => unknown)[] = [() => rm(folder, { recursive: true }), () => postgres.remove()];
try {
  await startTimes();
  for (const [engine, place] of [
    ['SQLite', join(folder, 'worlds.db')],
    ['PostgreSQL', await postgres.createDatabase()],
  ] as const) {
    await worlds(engine, place);
  }
  for (const [engine, place] of [
    ['SQLite', () => join(folder, `users-${Math.random()}.db`)],
    ['PostgreSQL', () => postgres.createDatabase()],
  ] as const) {
    await users(engine, place);
  }
} finally {
  for (const end of ends.reverse()) await end();
}

async function startTimes(): Promise<void> {
  const consumer = await mkdtemp(join(folder, 'packed-'));
  await installPacked({ packages: ['@giftoin/sandbox'], folder: consumer });
  const command = join(consumer, 'node_modules/.bin/giftoin-sandbox');
  const starts = [];
  for (let round = 0; round < 5; round += 1) starts.push(await startUp(command));
  const [readies, memories] = [starts.map(({ ready }) => ready), starts.map(({ memory }) => memory / 1e6)];
  const spread = (all: number[]) => [Math.min(...all), Math.max(...all)].map(Math.round).join('–');
  console.log(
    `start: ready in ${spread(readies)} ms with the default world, ${spread(memories)} MB (${starts.length} starts)\n`,
  );
}

/** Three worlds against the floor, and the first against Prism. */
async function worlds(engine: string, place: string): Promise<void> {
  const sandbox = await child(sandboxChild(place));
  const control = createSandboxControl({ url: sandbox.control ?? '', token: defaultToken });
  for (const [name, programs, cards] of [
    ["the page's example", 0, 0],
    ['5 × 20 cards', 5, 20],
    ['100 × 20 cards', 100, 20],
  ] as const) {
    if (programs > 0) await control.loadWorld(createManyPrograms(defaultUser, programs, cards, Date.now()));
    const bytes = await answerOf(sandbox);
    const floor = await child(floorChild(bytes));
    const asked = [() => load(sandbox, [list], seconds), () => load(floor, [list], seconds)] as const;
    tell(`${engine}, ${name}, ${Math.round(bytes.length / 1e3)} kB, of the floor`, await compare(...asked, rounds));
    floor.end();
    if (programs > 0 || engine !== 'SQLite') continue;
    const mock = await prism();
    ends.push(mock.end);
    tell(`${engine}, ${name}, of Prism`, await compare(asked[0], () => load(mock, [list], seconds), rounds));
    mock.end();
  }
  const { memory } = await sandbox.usage();
  console.log(`${engine}: ${Math.round(memory / 1e6)} MB after all that\n`);
  sandbox.end();
}

/** A thousand users of many against a thousand of a thousand. */
async function users(engine: string, place: () => string | Promise<string>): Promise<void> {
  const sizes = quick ? [1_000, 10_000] : [1_000, 100_000, 1_000_000];
  const sandboxes: [number, Child][] = [];
  for (const size of sizes) {
    const here = await place();
    const sandbox = await child(sandboxChild(here));
    await seedUsers(here, 0, size);
    sandboxes.push([size, sandbox]);
  }
  const pathsIn = (size: number) =>
    Array.from({ length: 1_000 }, (_, index) => pathOf(String((index * size) / 1_000 + 1)));
  const [[fewest, least] = [0, undefined], ...more] = sandboxes;
  for (const [size, sandbox] of more) {
    if (!least) continue;
    const ratio = await compare(
      () => load(sandbox, pathsIn(size), seconds),
      () => load(least, pathsIn(fewest), seconds),
      rounds,
    );
    tell(`${engine}, ${size} users stored, of ${fewest}`, ratio);
  }
  for (const [, sandbox] of sandboxes) sandbox.end();
}

async function child(starting: Promise<Child>): Promise<Child> {
  const started = await starting;
  ends.push(started.end);
  return started;
}

async function answerOf({ port }: Child): Promise<Buffer> {
  const response = await fetch(`http://127.0.0.1:${port}${list}`, {
    headers: { 'x-gft-api-key': 'gft_default_sandbox' },
  });
  if (response.status !== 200) throw new Error(`Port ${port} answers ${response.status}: it is not the sandbox's.`);
  return Buffer.from(await response.arrayBuffer());
}

function tell(what: string, { rate, p99, cpu, perSecond }: Ratio): void {
  const [least, median, most] = rate.map((value) => value.toFixed(2));
  const more = cpu === undefined ? '' : `, CPU a request × ${cpu.toFixed(2)}`;
  console.log(
    `${what}: ${median} (${least}–${most}), p99 × ${p99.toFixed(1)}${more}; ${Math.round(perSecond)} requests/s`,
  );
}
