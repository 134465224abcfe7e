import { startMock } from '@giftoin/mock';
import { createSandboxControl, startSandbox } from '@giftoin/sandbox';
import type { Origins } from '../src/index.ts';

/** Starts a mock and a sandbox for samples. */
export async function startServers() {
  const mock = await startMock({ port: 0 });
  const sandbox = await startSandbox({ port: 0, controlPort: 0 });
  const origins: Origins = { mock: mock.url, sandbox: sandbox.url, control: sandbox.controlUrl };
  return {
    origins,
    apiKeys: sandbox.apiKeys,
    control: createSandboxControl({ url: sandbox.controlUrl, token: sandbox.token }),
    async close() {
      await mock.close();
      await sandbox.close();
    },
  };
}
