import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testHttpConformance } from '@giftoin/http/test/http-conformance';
import { afterAll } from 'vitest';
import { startDocs } from '../src/server/index.ts';

const directory = await mkdtemp(join(tmpdir(), 'giftoin-docs-'));
await writeFile(join(directory, 'page.html'), 'A page.');
const docs = await startDocs({ port: 0, directory });
afterAll(async () => {
  await docs.close();
  await rm(directory, { recursive: true });
});

testHttpConformance(() => docs.port, '/page.html');
