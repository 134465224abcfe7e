import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type JsonObject, readDocument } from '@giftoin/openapi';
import { findProgram } from '@giftoin/programs';
import { startSandbox } from '@giftoin/sandbox';
import { expect, test } from 'vitest';
import { sandboxOrigin } from '../../src/errors/create-paths.ts';
import { readSample } from '../../src/front-page/read-sample.ts';

const { request, response, start } = readSample(await readDocument());

test('the sample on the front page returns the response beside it', async () => {
  await using sandbox = await startSandbox({ port: 0, controlPort: 0 });
  const curl = await findProgram('curl');
  const command = request.replace(sandboxOrigin, sandbox.url);
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { env: curl.environment });
  await curl.remove();
  const shown = JSON.parse(response) as JsonObject[];
  expect(shown[0]).toHaveProperty('progressInPercentage');
  const expected = shown.map(({ cards, ...program }) => ({
    ...program,
    cards: expect.arrayContaining((cards as JsonObject[]).map((card) => expect.objectContaining(card))),
  }));
  expect(JSON.parse(stdout)).toMatchObject(expected);
});

test('the command on the front page ends with the one that starts the sandbox', () => {
  expect(start).toMatch(/ && npx -y pnpm@12 sandbox$/);
});
