import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { ClientName } from './clients.ts';

const user = `{ platform: 'discord', platformUserId: '123456789012345678' }`;
const path = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';
const url = `'https://api.giftoin.org${path.replace('{platform}', 'discord').replace('{platformUserId}', '123456789012345678')}'`;
const headers = `{ headers: { 'x-gft-api-key': 'key' } }`;

/** The shortest program that prints the response body of one call. */
const programs: Record<ClientName, string> = {
  'fetch + json()': `console.log(await (await fetch(${url}, ${headers})).json());`,
  '@giftoin/client': `import { createGiftoinClient } from '@giftoin/client';
    console.log(await createGiftoinClient({ apiKey: 'key' }).listCollectionChallengeProgress(${user}));`,
  '@giftoin/client/openapi-fetch': `import { createClient } from '@giftoin/client/openapi-fetch';
    const client = createClient({ apiKey: 'key' });
    console.log((await client.GET('${path}', { params: { path: ${user} } })).data);`,
  'openapi-fetch': `import createClient from 'openapi-fetch';
    const client = createClient({ baseUrl: 'https://api.giftoin.org', ...${headers} });
    console.log((await client.GET('${path}', { params: { path: ${user} } })).data);`,
  ky: `import ky from 'ky'; console.log(await ky.get(${url}, ${headers}).json());`,
  ofetch: `import { ofetch } from 'ofetch'; console.log(await ofetch(${url}, ${headers}));`,
  axios: `import axios from 'axios'; console.log((await axios.get(${url}, ${headers})).data);`,
};

export interface BundleSize {
  /** The size after gzip, in bytes. */
  readonly gzip: number;
  /** The size of each source file in the bundle before gzip, in bytes, the largest first. */
  readonly parts: readonly (readonly [file: string, bytes: number])[];
}

/** Bundles the program of one call for browsers, minified. */
export async function measureBundle(name: ClientName, resolveDir: string): Promise<BundleSize> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: programs[name], resolveDir },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    write: false,
    outfile: 'one-call.js',
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  const inputs = Object.values(metafile.outputs)[0]?.inputs ?? {};
  const parts = Object.entries(inputs).map(
    ([file, { bytesInOutput }]) => [file.replace(/^.*node_modules\//, ''), bytesInOutput] as const,
  );
  return { gzip: gzipSync(bytes, { level: 9 }).length, parts: parts.sort(([, a], [, b]) => b - a) };
}
