import { expect, it } from 'vitest';
import { catalogue } from '../test/hostile/catalogue.ts';
import { checkHostileServer, deadline } from '../test/hostile/check-hostile-server.ts';

/** In megabytes. */
const maximumMemory = 300;
/** For the start of the process and its reports, in seconds. */
const grace = 10;

it.each(Object.keys(catalogue))('ends with a verdict in time, in little memory: %s', async (name) => {
  const { code, signal, output, duration, peak } = await checkHostileServer(name);
  const verdict = output.trim().split('\n').at(-1)?.slice(0, 160);
  console.log(`${name}: exit ${code ?? signal}, ${duration.toFixed(1)} s, ${peak.toFixed(0)} MB: ${verdict}`);
  expect([0, 1, 2]).toContain(code);
  expect(verdict).toMatch(/[.)]$|…/);
  expect(duration).toBeLessThan(deadline + grace);
  expect(peak).toBeLessThan(maximumMemory);
});
