import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

const servers = await startServers();
const shell = await createShell(servers);
afterAll(async () => {
  await shell.remove();
  await servers.close();
});

/** The command of each sample, as its system passes it to the shell. */
const commands: readonly (readonly [string, string | undefined])[] = [
  ['github-actions.yml', readWorkflow('ci/github-actions.yml').jobs.contract?.steps?.find(({ run }) => run)?.run],
  ['gitlab-ci.yml', parse(readSample('ci/gitlab-ci.yml')).contract.script.join('\n')],
  ['Jenkinsfile', /^ *sh '([^'\n]+)'$/m.exec(readSample('ci/Jenkinsfile'))?.[1]],
];

test.each(commands)(
  'the command of %s checks a server, and writes the reports that it uploads',
  async (name, command = '') => {
    const workingDirectory = await shell.createDirectory();
    const summary = join(workingDirectory, 'summary.md');
    await shell.run(command, workingDirectory, { GITHUB_STEP_SUMMARY: summary, STAGING_URL: servers.origins.sandbox });
    const files = await readdir(workingDirectory);
    const expected = name.startsWith('github')
      ? ['contract.json', 'contract.xml', 'summary.md']
      : ['contract.json', 'contract.xml'];
    expect(files.sort()).toEqual(expected);
    expect(await readFile(join(workingDirectory, 'contract.xml'), 'utf8')).toContain('<testsuites');
  },
);

test('the reusable workflow exists, and has the inputs and secrets of the sample', () => {
  const { contract } = readWorkflow('ci/github-reusable.yml').jobs;
  const [file, reference] = contract?.uses?.replace('giftoin/contract/', '').split('@') ?? [];
  const called = parse(readSample(`../../../${file}`)).on.workflow_call;
  expect(reference).toBe('main');
  expect(Object.keys(called.inputs)).toEqual(expect.arrayContaining(Object.keys(contract?.with as object)));
  expect(Object.keys(called.secrets)).toEqual(expect.arrayContaining(Object.keys(contract?.secrets as object)));
});

test('the workflow uses the versions of actions that this repository uses', async () => {
  const text = await readFile(join(repository, '.github/workflows/contract.yml'), 'utf8');
  const versions = Array.from(
    text.matchAll(/uses: (\S+)@\S+ # (v\d+)\./g),
    ([, action, version]) => `${action}@${version}`,
  );
  const steps = readWorkflow('ci/github-actions.yml').jobs.contract?.steps ?? [];
  expect(versions).toEqual(steps.flatMap(({ uses }) => uses ?? []));
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
