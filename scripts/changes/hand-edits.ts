import type { EverydayChange } from './everyday-changes.ts';

/** An edit of a file that no program can make, because someone decides what it says. */
export interface HandEdit {
  /** The name of the change that requires it. */
  readonly change: EverydayChange['name'];
  readonly file: string;
  readonly reason: string;
  readonly apply: (text: string) => string;
}

export const handEdits: readonly HandEdit[] = [
  {
    change: 'required property',
    file: 'apps/sandbox/src/world/progress.ts',
    reason: 'The sandbox computes the property.',
    apply: (text) =>
      text.replace('    duration: program.duration,\n', "    duration: program.duration,\n    remark: '',\n"),
  },
  {
    change: 'renamed property',
    file: 'apps/sandbox/src/world/progress.ts',
    reason: 'The sandbox computes the property.',
    apply: (text) =>
      text.replace('    description: program.description,\n', '    descriptionText: program.description,\n'),
  },
  {
    change: 'renamed property',
    file: 'openapi/test/provider-page.json',
    reason: 'The page of the provider has the new name.',
    apply: (text) => text.replace('\n  "description": ', '\n  "descriptionText": '),
  },
];
