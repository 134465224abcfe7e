import { readdirSync } from 'node:fs';
import { listOperations, readDocument } from '@giftoin/openapi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSample, samplesFolder } from '../src/index.ts';
import { runSample } from '../src/run-sample.ts';
import { startServers } from './start-servers.ts';

const programs = readdirSync(`${samplesFolder}/readmes`).filter((file) => /^[^.]+\.tsx?$/.test(file));

/** What each sample prints. */
const outputs: Record<string, string> = {
  'client-errors.ts': 'Winter Challenge undefined\n',
  'client-forms.ts': '1 true 1 200\n',
  'client-openapi-fetch.tsx': '1 undefined 200\n<ul><li>Winter Challenge</li></ul>\n',
  'client-proxy.ts': 'function\n',
  'client-quick-start.ts': '1 Winter Challenge\n',
  'client-retries.ts': '3\n',
  'command-line.ts': 'Usage: giftoin-mock [--port 4010]\n',
  'contract-tests-middleware.ts': '',
  'contract-tests.ts': '',
  'http.ts': '',
  'mock.ts': expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\n$/),
  'openapi.ts': 'listCollectionChallengeProgress function\n',
  'protocol.ts': '/api/v1/users/discord 120000 gft-api-key\n',
  'root.ts': '1\n',
  'rules.ts':
    'percentage-not-rounded-down [0].progressInPercentage progressInPercentage is 34. Expected 33: collectedCount 1 of size 3, rounded down.\n',
  'sandbox-tests.ts': '',
  'sandbox-workspace.ts': '5\n',
  'simulator-control.ts': '',
  'simulator.ts': '[ true ]\n',
  'types-openapi-fetch.ts': 'program_123\n',
  'types.ts': 'true\n',
};

let servers: Awaited<ReturnType<typeof startServers>>;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers.close());

test('the YAML samples are a document and a configuration that are supported', async () => {
  const operations = listOperations(await readDocument(`${samplesFolder}/readmes/pages.yaml`));
  const pagination = operations.map(({ operationId, pagination }) => [operationId, pagination?.kind]);
  expect(pagination).toEqual([
    ['listPets', 'cursor'],
    ['listToys', 'offset'],
    ['createToy', undefined],
  ]);
  expect(Object.keys(parse(readSample('readmes/yarnrc.yml')))).toEqual(['packageExtensions']);
});

test.each(programs)('%s runs', async (name) => {
  const environment = { GIFTOIN_API_KEY: servers.apiKeys.default };
  const args = name === 'command-line.ts' ? ['--help'] : [];
  expect(await runSample(`readmes/${name}`, servers.origins, environment, args)).toEqual(outputs[name]);
});
