import { testHttpConformance } from '@giftoin/http/test/http-conformance';
import { startMock } from '@giftoin/mock';
import { afterAll } from 'vitest';
import { list } from './request.ts';

const mock = await startMock({ port: 0 });
afterAll(() => mock.close());

testHttpConformance(() => mock.port, list);
