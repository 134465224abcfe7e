import { fileURLToPath } from 'node:url';
import { progressStatusValues } from '@giftoin/types';
import ts from 'typescript';
import { expect, test } from 'vitest';

test.each([
  ['the known values of an open set', 'ProgressStatus', progressStatusValues],
  ['the examples of a string that has several', 'Platform', ['discord', 'roblox']],
  ['nothing for a string with one example', 'ProgramId', undefined],
])('an editor completes %s', (_, type, expected) => {
  const file = fileURLToPath(new URL('./editor.ts', import.meta.url));
  const source = `import type { ${type} } from '@giftoin/types';\nconst value: ${type} = '';`;
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    strict: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  };
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getCurrentDirectory: () => fileURLToPath(new URL('.', import.meta.url)),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = name === file ? source : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    directoryExists: ts.sys.directoryExists,
    realpath: (name) => ts.sys.realpath?.(name) ?? name,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => (name === file ? source : ts.sys.readFile(name)),
  });

  const completions = service.getCompletionsAtPosition(file, source.lastIndexOf("'"), {});

  expect(completions?.entries.map((entry) => entry.name)).toEqual(expected);
});
