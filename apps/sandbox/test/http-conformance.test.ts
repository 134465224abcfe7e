import { testHttpConformance } from '@giftoin/http/test/http-conformance';
import { afterAll, describe } from 'vitest';
import { progressPath, startTestSandbox } from './start-test-sandbox.ts';

const sandbox = await startTestSandbox();
afterAll(() => sandbox.close());

describe('the API', () => testHttpConformance(() => Number(new URL(sandbox.url).port), progressPath));
describe('the control API', () => testHttpConformance(() => Number(new URL(sandbox.controlUrl).port), '/workspaces'));
