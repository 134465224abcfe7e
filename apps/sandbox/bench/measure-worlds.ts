import { createSandboxControl, defaultToken } from '@giftoin/sandbox';
import { createManyPrograms, defaultUser } from '@giftoin/simulator/sandbox';
import { compare, type Duration, printRatio } from './compare.ts';
import { createProgressPath } from './create-progress-path.ts';
import { sendLoad } from './send-load.ts';
import { type ServerProcess, startPlainServer, startSandboxProcess } from './server-process.ts';
import { startPrism } from './start-prism.ts';

const path = createProgressPath(defaultUser.platformUserId);

/** Compares responses of three sizes with a plain server, and the smallest one with Prism. */
export async function measureWorlds(engine: string, location: string, duration: Duration): Promise<void> {
  const sandbox = await startSandboxProcess(location);
  try {
    await compareWithPlainServer(sandbox, `${engine}, default world`, duration);
    if (engine === 'SQLite') await compareWithPrism(sandbox, `${engine}, default world`, duration);
    const control = createSandboxControl({ url: sandbox.controlUrl, token: defaultToken });
    for (const [programs, cards] of [
      [5, 20],
      [100, 20],
    ] as const) {
      await control.loadWorld(createManyPrograms(defaultUser, programs, cards, Date.now()));
      await compareWithPlainServer(sandbox, `${engine}, ${programs} × ${cards} cards`, duration);
    }
    const { memory } = await sandbox.readUsage();
    console.log(`${engine}: ${Math.round(memory / 1e6)} MB afterwards\n`);
  } finally {
    sandbox.stop();
  }
}

async function compareWithPlainServer(sandbox: ServerProcess, title: string, duration: Duration): Promise<void> {
  const { seconds, rounds } = duration;
  const body = await readResponseBody(sandbox);
  const plain = await startPlainServer(body);
  try {
    const ratio = await compare(
      () => sendLoad(sandbox, [path], seconds),
      () => sendLoad(plain, [path], seconds),
      rounds,
    );
    printRatio(`${title}, ${Math.round(body.length / 1e3)} kB, relative to a plain server`, ratio);
  } finally {
    plain.stop();
  }
}

async function compareWithPrism(sandbox: ServerProcess, title: string, duration: Duration): Promise<void> {
  const { seconds, rounds } = duration;
  const prism = await startPrism();
  try {
    const ratio = await compare(
      () => sendLoad(sandbox, [path], seconds),
      () => sendLoad(prism, [path], seconds),
      rounds,
    );
    printRatio(`${title}, relative to Prism`, ratio);
  } finally {
    prism.stop();
  }
}

async function readResponseBody({ port }: ServerProcess): Promise<Buffer> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { 'x-gft-api-key': 'gft_default_sandbox' },
  });
  if (response.status !== 200) throw new Error(`Port ${port} returned ${response.status}. It is not the sandbox.`);
  return Buffer.from(await response.arrayBuffer());
}
