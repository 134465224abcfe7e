import type { Scenario, World } from '@giftoin/types/sandbox-control';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../src/command/run-command.ts';
import schema from '../world.schema.json' with { type: 'json' };
import { startTestSandbox, user } from './start-test-sandbox.ts';

// Strict: the schema must not have keywords that validators do not know.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const sandbox = await startTestSandbox();
const { control } = sandbox;
afterAll(() => sandbox.close());

test('the exported default world is valid, refers to the schema, and can be loaded', async () => {
  const world = await control.exportWorld();
  expect(validate(world)).toBe(true);
  expect(world.$schema).toBe('https://unpkg.com/@giftoin/sandbox/world.schema.json');
  expect(world.$schema).toBe(schema.$id);
  await control.loadWorld({ ...world, clock: { frozenAt: 1_800_000_000_000 } });
  expect(await control.exportWorld()).toEqual({ ...world, clock: { frozenAt: 1_800_000_000_000, offset: 0 } });
});

const scenarios: Readonly<Record<Scenario, number>> = {
  'new-user': 1,
  'half-way': 1,
  'one-card-short': 1,
  'just-completed': 1,
  claimed: 1,
  'claimed-then-ended': 1,
  expired: 1,
  'no-end': 1,
  'no-reward': 1,
  'big-user': 100,
};

test.each(Object.keys(scenarios) as Scenario[])('the world of the scenario %s is valid', async (scenario) => {
  await control.applyScenario({ scenario });
  const world = await control.exportWorld();
  expect(world.programs).toHaveLength(scenarios[scenario]);
  expect([validate(world), validate.errors]).toEqual([true, null]);
});

test.each<[string, (world: World) => unknown]>([
  ['without programs', ({ users }) => ({ users })],
  ['with an unknown property', (world) => ({ ...world, user: [] })],
  ['with an image that is not https', (world) => withProgram(world, { image: 'http://example.com/a.png' })],
  ['with a program without cards', (world) => withProgram(world, { cards: undefined })],
  [
    'with a program without an end, which must be null instead',
    (world) => withProgram(world, { duration: { start: null } }),
  ],
  ['with a platform in upper case', (world) => ({ ...world, users: [{ ...user, platform: 'Discord' }] })],
  ['with a quantity of 0', (world) => ({ ...world, users: [{ ...user, cards: { program_123: { card_456: 0 } } }] })],
  ['with a clock that is frozen at a text', (world) => ({ ...world, clock: { frozenAt: 'noon' } })],
])('a world %s is invalid and cannot be loaded', async (_, broken) => {
  await control.resetWorkspace();
  // JSON drops undefined properties.
  const world = JSON.parse(JSON.stringify(broken(await control.exportWorld())));
  expect(validate(world)).toBe(false);
  await expect(control.loadWorld(world)).rejects.toMatchObject({ status: 400 });
});

function withProgram(world: World, change: Record<string, unknown>) {
  return { ...world, programs: world.programs.map((program) => ({ ...program, ...change })) };
}

test('the command schema prints the schema without a running sandbox', async () => {
  const nowhere = { GIFTOIN_SANDBOX_CONTROL: 'http://127.0.0.1:1' };
  expect(JSON.parse((await runCommand('schema', [], nowhere)).join('\n'))).toEqual(schema);
});
