import { afterAll, beforeAll, describe } from 'vitest';
import { type Site, startSite } from '../explorer/start-site.ts';
import { testAccessibility } from '../explorer/test-accessibility.ts';
import { testPublicHost } from '../explorer/test-public-host.ts';
import { testSandbox } from '../explorer/test-sandbox.ts';

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

describe('with a sandbox on this machine', () => testSandbox(() => site));
describe('on a public host', () => testPublicHost(() => site));
describe('for everyone', () => testAccessibility(() => site));
