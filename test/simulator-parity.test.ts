/** The simulator does what the sandbox does: the same steps, in any order, lead to the same responses and errors. */
import { createSandboxControl, type SandboxControl, SandboxControlError, startSandbox } from '@giftoin/sandbox';
import { createSimulator, type Fetch } from '@giftoin/simulator';
import type { ControlOperationId } from '@giftoin/types/sandbox-control';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { type ControlStep, controlSteps, type RequestStep, requestSteps } from './simulator-steps.ts';
import { frozenWorld } from './simulator-values.ts';

const sandbox = await startSandbox({ port: 0, controlPort: 0 });
const sandboxControl = createSandboxControl({ url: sandbox.controlUrl, token: sandbox.token });
afterAll(() => sandbox.close());

/** One of the two, and the API keys that it has created. */
interface Side {
  readonly send: Fetch;
  readonly control: SandboxControl;
  readonly keys: Map<string, string>;
}

async function createSides(): Promise<Side[]> {
  for (const workspace of await sandboxControl.listWorkspaces()) await sandboxControl.deleteWorkspace({ workspace });
  await sandboxControl.createWorkspace({ workspace: 'default' });
  // A reset restores the documented API keys.
  await sandboxControl.resetWorkspace();
  const simulator = createSimulator();
  const createSide = (send: Fetch, origin: string, control: SandboxControl): Side => ({
    send: (path, init) => send(new URL(String(path), origin), init),
    control,
    keys: new Map(Object.entries(sandbox.apiKeys)),
  });
  const sides = [
    createSide(fetch, sandbox.url, sandboxControl),
    createSide(simulator.fetch, 'http://simulator', simulator.control),
  ];
  for (const { control } of sides) await control.loadWorld(frozenWorld);
  return sides;
}

async function run(side: Side, step: ControlStep | RequestStep): Promise<unknown> {
  return 'operationId' in step ? runControl(side, step) : sendRequest(side, step);
}

async function runControl({ control, keys }: Side, { operationId, input }: ControlStep): Promise<unknown> {
  try {
    const result: unknown = await control[operationId](input as never);
    const { apiKey, apiKeys } = (result ?? {}) as { apiKey?: string; apiKeys?: { default: string } };
    if (apiKey) keys.set('mine', apiKey);
    if (apiKeys) keys.set('second', apiKeys.default);
    return mask(result);
  } catch (error) {
    if (!(error instanceof SandboxControlError)) throw error;
    return { status: error.status, message: error.message };
  }
}

async function sendRequest({ send, keys }: Side, { method, path, header: [name, apiKey] }: RequestStep) {
  // A response that is cut off closes its connection, which another request must not use.
  const connection = { connection: 'close' };
  const response = await send(path, { method, headers: { [name]: keys.get(apiKey) ?? apiKey, ...connection } });
  const { status } = response;
  // The number of seconds in the message of 429 can have one digit more or less.
  const ignored = ['date', 'connection', 'keep-alive', ...(status === 429 ? ['content-length'] : [])];
  const headers = [...response.headers].filter(([each]) => !ignored.includes(each));
  const text = await response.text().catch((error: Error) => error.name);
  const body = text.startsWith('{') || text.startsWith('[') ? mask(JSON.parse(text)) : text;
  return { status, headers: mask(Object.fromEntries(headers)), body };
}

/** What depends on the time of this machine. */
const variable = ['timestamp', 'time', 'duration', 'retry-after'];

function mask(value: unknown): unknown {
  const text = JSON.stringify(value, (name, item) =>
    variable.includes(name) && typeof item !== 'object' ? 'any' : item,
  );
  // A generated secret or name has 36 or 8 random digits.
  const masked = text
    ?.replaceAll(/Try again in \d+ s/g, 'Try again later')
    .replaceAll(/[0-9a-f]{36}|-[0-9a-f]{8}/g, '');
  return masked && JSON.parse(masked);
}

/** Operations that return or store the time of this machine. Their worlds are replaced, on both sides by the same one. */
const timed: readonly ControlOperationId[] = ['applyScenario', 'resetWorkspace', 'createWorkspace'];
const untested: readonly ControlOperationId[] = ['followSystemClock', 'freezeClock'];

test('the same steps lead to the same responses', async () => {
  const steps = fc.oneof(
    controlSteps.filter(({ operationId }) => !untested.includes(operationId)),
    requestSteps,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 20, maxLength: 60 }), async (sequence) => {
      const sides = await createSides();
      for (const [index, step] of sequence.entries()) {
        const [fromSandbox, fromSimulator] = await Promise.all(sides.map((side) => run(side, step)));
        expect(fromSimulator, `step ${index}: ${JSON.stringify(step)}`).toEqual(fromSandbox);
        if ('operationId' in step && timed.includes(step.operationId)) {
          for (const { control } of sides) {
            for (const workspace of await control.listWorkspaces())
              await control.loadWorld({ ...frozenWorld, workspace });
          }
        }
      }
    }),
    { numRuns: 50 },
  );
}, 120_000);
