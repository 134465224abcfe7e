import { type Postgres, startPostgres } from '@giftoin/postgres';
import { type CutProxy, startCutProxy } from './cut-proxy.ts';
import { type SandboxProcess, startSandboxProcess } from './sandbox-process.ts';

/** A sandbox that reaches its database through a proxy that can cut the network. */
export interface BehindProxy extends AsyncDisposable {
  readonly postgres: Postgres;
  readonly proxy: CutProxy;
  readonly sandbox: SandboxProcess;
}

export async function startBehindProxy(): Promise<BehindProxy> {
  await using stack = new AsyncDisposableStack();
  const postgres = await startPostgres();
  stack.defer(() => postgres.remove());
  const { port } = new URL(postgres.url);
  const proxy = await startCutProxy(Number(port));
  stack.defer(() => proxy.close());
  const sandbox = await startSandboxProcess(postgres.url.replace(port, String(proxy.port)));
  stack.defer(() => sandbox.end('SIGKILL').then(() => {}));
  const started = stack.move();
  return { postgres, proxy, sandbox, [Symbol.asyncDispose]: () => started.disposeAsync() };
}
