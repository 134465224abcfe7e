import { listen } from '@giftoin/http';
import { afterAll } from 'vitest';
import { testHttpConformance } from './http-conformance.ts';

const server = await listen(
  (request, response) => {
    request.resume().on('end', () => response.end('hello'));
  },
  { port: 0, host: '127.0.0.1' },
);
afterAll(() => server.close());

testHttpConformance(() => server.port, '/hello');
