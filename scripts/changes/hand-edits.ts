import type { EverydayChange } from './everyday-change.ts';

/** An edit of a file that no program can make, because someone decides what it says. */
export interface HandEdit {
  /** The name of the change that requires it. */
  readonly change: EverydayChange['name'];
  readonly file: string;
  readonly reason: string;
  readonly apply: (text: string) => string;
}

// Each can be applied again to its own result, so that the test of this list passes in a copy that has the edit.
export const handEdits: readonly HandEdit[] = [
  {
    change: 'required property',
    file: 'packages/simulator/src/world/progress.ts',
    reason: 'The sandbox computes the property.',
    apply: (text) =>
      text.replace('    duration: program.duration,\n', "    duration: program.duration,\n    remark: '',\n"),
  },
  {
    change: 'renamed property',
    file: 'packages/simulator/src/world/progress.ts',
    reason: 'The sandbox computes the property.',
    apply: (text) => text.replace(/^( +description\w*)(: program\.description,)$/m, '$1Text$2'),
  },
  {
    change: 'renamed property',
    file: 'openapi/test/provider-page.json',
    reason: 'The page of the provider has the new name.',
    apply: (text) => text.replace(/^( {2}"description\w*)(": )/m, '$1Text$2'),
  },
  {
    change: 'renamed property',
    file: 'apps/docs/src/explorer/collection.tsx',
    reason: 'The explorer shows the property.',
    apply: (text) =>
      text
        .replace(/\{ id, name, (description\w*), cards, reward \}/, '{ id, name, $1Text, cards, reward }')
        .replace(/\{(description\w*)\}/, '{$1Text}'),
  },
  {
    change: 'renamed property',
    file: 'apps/docs/src/front-page/render-progress-card.ts',
    reason: 'The picture on the front page shows the property.',
    apply: (text) =>
      text
        .replace(/\{ name, (description\w*), collectedCount/, '{ name, $1Text, collectedCount')
        .replace(/escapeHtml\((description\w*)\)/, 'escapeHtml($1Text)'),
  },
  {
    change: 'new endpoint',
    file: 'packages/simulator/src/api/handlers.ts',
    reason: 'The sandbox needs a handler.',
    apply: (text) => text.replace(/^};$/m, "  listAddedGetItems: async ({ limit }) => ['a', 'b'].slice(0, limit),\n};"),
  },
  {
    change: 'new write',
    file: 'packages/simulator/src/api/handlers.ts',
    reason: 'The sandbox needs a handler.',
    apply: (text) => text.replace(/^};$/m, '  createAddedPostItems: async ({ body }) => body,\n};'),
  },
];
