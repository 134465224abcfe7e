import { fileURLToPath } from 'node:url';
import { progressStatusValues } from '@giftoin/types';
import ts from 'typescript';
import { expect, test } from 'vitest';

test('an editor completes the known values of an open set', () => {
  const file = fileURLToPath(new URL('./editor.ts', import.meta.url));
  const source = `import type { ProgressStatus } from '@giftoin/types';\nconst status: ProgressStatus = '';`;
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

  expect(completions?.entries.map((entry) => entry.name)).toEqual(progressStatusValues);
});
