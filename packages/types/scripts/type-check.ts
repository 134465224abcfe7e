import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GeneratedFiles } from './generate-files.ts';

const source = fileURLToPath(new URL('../src', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Uses what the compiler evaluates only when it is used. */
const use = `import { responseExamples } from './generated/examples.ts';
import { endpoints, type Endpoint } from './index.ts';
import type { OperationBody, OperationError, OperationId, OperationInput, OperationResponse } from './index.ts';
import { parseWebhook, type WebhookBody, type WebhookName } from './webhooks.ts';

export const checkedEndpoints: Readonly<Record<string, Endpoint>> = endpoints;
export const examples: { readonly [Id in OperationId]: object } = responseExamples;
export declare const used: { [Id in OperationId]: Used<Id> };
type Used<Id extends OperationId> = [OperationInput<Id>, OperationBody<Id>, OperationResponse<Id>, OperationError<Id>];
export declare const bodies: { [Name in WebhookName]: WebhookBody<Name> };
export { parseWebhook };
`;

/** A copy of this package, generated from another document. */
export interface GeneratedPackage {
  readonly name: string;
  readonly files: GeneratedFiles;
  /** More files in src, by name. Default: none. */
  readonly others?: Readonly<Record<string, string>>;
}

/**
 * Creates copies of this package with other generated files, in a temporary folder.
 *
 * @returns the folder, which contains a folder for each package. Delete it after use.
 */
export async function createPackages(packages: readonly GeneratedPackage[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-types-'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const compilerOptions = { types: [], skipLibCheck: false };
  const config = {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions,
    include: ['*/*.ts', '*/generated/*.ts'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  for (const { name, files, others = {} } of packages) {
    await mkdir(join(folder, name, 'generated'), { recursive: true });
    // The control API of the sandbox is another document.
    const isCopied = (path: string) => !/sandbox-control|[\\/]generated[\\/]/.test(path.slice(source.length));
    await cp(source, join(folder, name), { recursive: true, filter: isCopied });
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, name, 'generated', file), text);
    for (const [file, text] of Object.entries({ 'use.ts': use, ...others })) {
      await writeFile(join(folder, name, file), text);
    }
  }
  return folder;
}

/** Type-checks packages. Returns the errors of the compiler, by the name of the package. */
export async function typeCheck(
  packages: readonly GeneratedPackage[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = await createPackages(packages);
  try {
    const output = await runCompiler(folder);
    const lines = output.split('\n').filter((line) => line.trim() !== '');
    const errors = packages.map(({ name }) => [name, lines.filter((line) => line.startsWith(`${name}/`))] as const);
    const others = lines.filter((line) => !errors.some(([, found]) => found.includes(line)));
    // A line that is indented continues the error before it. Anything else is an error of the project.
    const unexpected = others.filter((line) => !line.startsWith(' '));
    if (unexpected.length > 0) throw new Error(unexpected.join('\n'));
    return new Map(errors);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function runCompiler(folder: string): Promise<string> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [compiler, '--pretty', 'false'], options, (error, stdout, stderr) => {
      // Exit codes 1 and 2 say that there are errors.
      if (error && typeof error.code !== 'number') reject(error);
      else resolve(stdout + stderr);
    });
  });
}
