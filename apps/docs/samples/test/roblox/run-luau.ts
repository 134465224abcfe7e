import { readFileSync } from 'node:fs';
import type { LuauFunction } from 'luau-web';
import { readProgram } from '../../src/index.ts';

// In the build of luau-web for runtimes with `Suspending`, pcall catches no errors. Without it, the other build is loaded.
Reflect.deleteProperty(WebAssembly, 'Suspending');
const { LuauState } = await import('luau-web');

/** A request as a script sends it. */
export interface LuauRequest {
  readonly url: string;
  readonly method: string;
  /** The name of the header with the secret. */
  readonly header: string;
  /** The time of the script, in seconds. */
  readonly time: number;
}

/** A response as HttpService returns it, or the error that it throws. */
export type LuauResponse =
  | { StatusCode: number; StatusMessage: string; Headers: Record<string, string>; Body: string }
  | { problem: string };

export interface Server {
  readonly warnings: readonly string[];
  readonly attributes: Record<string, unknown>;
  /** Lets a player join, who stays for some rounds of the script. */
  join(userId: number, rounds: number): Promise<void>;
  /** Moves the clock, in seconds. */
  advance(seconds: number): Promise<void>;
}

/** Runs the samples on Luau, with the services of Roblox that they use. */
export async function startRobloxServer(send: (request: LuauRequest) => Promise<LuauResponse>): Promise<Server> {
  const warnings: string[] = [];
  const attributes: Record<string, unknown> = {};
  const host = {
    request: async (url: string, method: string, header: string, time: number) =>
      JSON.stringify(await send({ url, method, header, time })),
    warn: (text: string) => void warnings.push(text),
    setAttribute: (name: string, value: unknown) => void Object.assign(attributes, { [name]: value }),
  };
  const state = await LuauState.createAsync({ host } as never);
  const load = (source: string, name: string): LuauFunction => state.loadstring(source, name, true);
  const readTestFile = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
  await load(readTestFile('json.luau'), 'json')();
  await load(readTestFile('runtime.luau'), 'runtime')();
  const wrapped = `local function load()\n${readProgram('roblox/GiftoinProgress.luau')}\nend\nlocal module = load()\nfunction require() return module end`;
  await load(wrapped, 'GiftoinProgress')();
  await load(readProgram('roblox/ShowProgress.server.luau'), 'ShowProgress')();
  return {
    warnings,
    attributes,
    join: (userId, rounds) => load(`join(${userId}, ${rounds})`, 'join')(),
    advance: (seconds) => load(`advance(${seconds})`, 'advance')(),
  };
}
