import { parsePort, UsageError } from '@giftoin/command-line';
import { expect, test } from 'vitest';

const source = (environment: NodeJS.ProcessEnv = {}) => ({
  flag: '--port',
  variable: 'GIFTOIN_PORT',
  environment,
  defaultPort: 4010,
});

test.each([
  [undefined, {}, 4010],
  [undefined, { GIFTOIN_PORT: '' }, 4010],
  [undefined, { GIFTOIN_PORT: '65535' }, 65_535],
  ['0', { GIFTOIN_PORT: '65535' }, 0],
  ['04020', { GIFTOIN_PORT: 'x' }, 4020],
])('--port %j with %j is port %i', (value, environment, port) => {
  expect(parsePort(value, source(environment))).toBe(port);
});

test.each([
  ['65536', {}, '--port is "65536". A port is a whole number from 0 to 65535.'],
  ['', {}, '--port is "". A port is a whole number from 0 to 65535.'],
  ['1.5', {}, '--port is "1.5". A port is a whole number from 0 to 65535.'],
  [undefined, { GIFTOIN_PORT: '-1' }, 'GIFTOIN_PORT is "-1". A port is a whole number from 0 to 65535.'],
])('--port %j with %j is a usage error', (value, environment, message) => {
  expect(() => parsePort(value, source(environment))).toThrow(new UsageError(message));
});
