import { afterAll, beforeAll, describe } from 'vitest';
import { type Site, startSite } from './start-site.ts';
import { testSimulator } from './test-simulator.ts';
import { testSizes } from './test-sizes.ts';

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

describe('with the simulator in the page', () => testSimulator(() => site));
describe('on every network', () => testSizes(() => site));
