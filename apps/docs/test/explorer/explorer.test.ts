import { afterAll, beforeAll, describe } from 'vitest';
import { type Site, startSite } from './start-site.ts';
import { testAccessibility } from './test-accessibility.ts';
import { testPublicHost } from './test-public-host.ts';
import { testSandbox } from './test-sandbox.ts';
import { testSimulator } from './test-simulator.ts';
import { testSizes } from './test-sizes.ts';

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

describe('with the simulator in the page', () => testSimulator(() => site));
describe('with a sandbox on this machine', () => testSandbox(() => site));
describe('on a public host', () => testPublicHost(() => site));
describe('for everyone', () => testAccessibility(() => site));
describe('on every network', () => testSizes(() => site));
