import { createSimulator } from '@giftoin/simulator';
import { requireKnown } from '@giftoin/simulator/sandbox';
import type { ControlOperationId } from '@giftoin/types/sandbox-control';
import { serverOperations as controlOperations } from '@giftoin/types/sandbox-control/server-operations';
import { serverOperations } from '@giftoin/types/server-operations';
import type { Plugin } from 'vite';
import { controlOperationIds } from '../src/explorer/control.ts';

/** Makes the script of the explorer smaller, without a change of what it does. */
export function shrinkExplorer(): Plugin {
  const modules = createModules();
  return {
    name: 'giftoin:shrink-explorer',
    enforce: 'pre',
    // Its calls are shorter than those of the automatic runtime.
    config: () => ({ oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } } }),
    transform: (code, id) => (id.endsWith('.tsx') ? `import { Fragment, h } from 'preact';${code}` : undefined),
    load(id) {
      if (this.environment.name !== 'client') return undefined;
      return modules.find(([path]) => id.endsWith(path))?.[1];
    },
  };
}

/** The paths of modules, and the shorter code that replaces them. */
function createModules(): readonly (readonly [path: string, code: string])[] {
  // Throws if the operations are not supported, so the page does not have to check them.
  createSimulator();
  // A bundler cannot see which operations a program uses, because they are data.
  const ids: readonly string[] = controlOperationIds;
  const control = controlOperations.filter(({ operationId }) => ids.includes(operationId));
  const unused = Object.entries(modulesOfOperations).filter(([operationId]) => !ids.includes(operationId));
  const generated = '/types/src/generated';
  return [
    ['/http/src/check-operations.ts', 'export function checkOperations() {}'],
    ['/simulator/src/validation/require-known.ts', 'export function requireKnown() {}'],
    // A page cannot read these headers of a server.
    ['/http/src/cors.ts', 'export const createCors = () => ({ createHeaders: () => ({}) });'],
    [`${generated}/server-operations.ts`, `export const serverOperations = ${toJson(serverOperations)};`],
    [`${generated}/sandbox-control/server-operations.ts`, `export const serverOperations = ${toJson(control)};`],
    [`${generated}/sandbox-control/names.ts`, names],
    ...unused.map(([, module]) => module),
  ];
}

/** The modules that only an operation of the control API needs, and what replaces them if the page does not call it. */
const modulesOfOperations = {
  changeProgram: ['/simulator/src/rules/programs.ts', 'export function changeProgram() {}'],
  // All other worlds are created by the simulator, and valid.
  loadWorld: ['/simulator/src/world/validate-world.ts', 'export const validateWorld = () => [];'],
} as const satisfies { readonly [Id in ControlOperationId]?: readonly [path: string, code: string] };

/** The only names that the client of the control API needs. The operations contain all of them. */
const names = `import { serverOperations } from './server-operations.ts';
const createEndpoint = ({ operationId, method, path, parameters }) => [operationId, {
  method: method.toUpperCase(),
  path,
  parameters: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.in])),
}];
export const endpoints = Object.fromEntries(serverOperations.map(createEndpoint));`;

/**
 * Formats operations without what only people read.
 *
 * @throws {Error} if a schema cannot be validated in the page, which does not check it again
 */
function toJson(operations: object): string {
  return JSON.stringify(operations, (name, value) => {
    if (name === 'schema') requireKnown(value);
    return name === 'description' || name === 'examples' ? undefined : value;
  });
}
