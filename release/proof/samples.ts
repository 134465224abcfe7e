import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Sample {
  /** The README and the number of the sample in it. */
  readonly name: string;
  readonly code: string;
}

/**
 * Reads the TypeScript samples of a README. Those that start with "```ts no-run" are skipped: files of this workspace, and
 * samples that need another document.
 */
export function readSamples(root: string, readme: string): readonly Sample[] {
  const text = readFileSync(join(root, readme), 'utf8');
  return Array.from(text.matchAll(/^```ts\n(.*?)^```$/gms), ([, code = ''], index) => ({
    name: `${readme} ${index + 1}`,
    code,
  }));
}

/** The packages of others that samples import. */
export function listOtherPackages(samples: readonly Sample[]): readonly string[] {
  const specifiers = samples.flatMap(({ code }) =>
    Array.from(code.matchAll(/^import .* from '(.+)';/gm), ([, name = '']) => name),
  );
  return [...new Set(specifiers)].filter((name) => !/^(@giftoin\/|node:|\.)/.test(name));
}

/**
 * Formats a sample as a program. Its imports stay at the top. The rest is in a function, because a sample may return. What
 * a sample uses and does not define is in the prelude.
 */
export function formatProgram({ code }: Sample, origins: Readonly<Record<string, string>>): string {
  const lines = code.split('\n');
  const imports = lines.filter((line) => line.startsWith('import '));
  const body = lines.filter((line) => !line.startsWith('import ')).join('\n');
  const program = `import './prelude.js';\n${imports.join('\n')}\nawait (async () => {\n${body}\n})();\n`;
  return Object.entries(origins).reduce((text, [documented, actual]) => text.replaceAll(documented, actual), program);
}

/** Defines what the samples use and do not define. Requests to the production API go to the mock. */
export function formatPrelude(mock: string): string {
  return `import { deepStrictEqual } from 'node:assert';
import * as client from '@giftoin/client';
import { fixtures } from '@giftoin/client/testing';
import * as sandbox from '@giftoin/sandbox';

const { fetch } = globalThis;
const user = { platform: 'discord', platformUserId: '123456789012345678' };
Object.assign(globalThis, client, sandbox, {
  async fetch(url, options) {
    const response = await fetch(String(url).replace(client.productionOrigin, ${JSON.stringify(mock)}), options);
    // The client refuses a response of another origin.
    return Object.defineProperty(response, 'url', { value: String(url) });
  },
  giftoin: client.createGiftoinClient({ apiKey: 'demo', baseUrl: ${JSON.stringify(mock)} }),
  user,
  programId: 'program_123',
  one: { ...user, programId: 'program_123' },
  queue: { pause() {} },
  QueryClient: class {},
  response: Response.json(Object.values(fixtures.listCollectionChallengeProgress)[0]),
  expect: (actual) => ({
    toEqual: (expected) => deepStrictEqual(actual, expected),
    toHaveLength: (length) => deepStrictEqual(actual.length, length),
  }),
});
`;
}
