import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

/** One import, with paths relative to the workspace. */
export interface Import {
  readonly from: string;
  /** The text in the source, for example `./a.ts` or `@giftoin/types`. */
  readonly specifier: string;
  readonly to: string;
  readonly kind: 'workspace' | 'external' | 'built-in' | 'unresolved';
}

export interface ImportGraph {
  readonly modules: readonly string[];
  readonly imports: readonly Import[];
  /** Cycles and imports that cannot be resolved, one sentence each. */
  readonly violations: readonly string[];
}

const rules: IForbiddenRuleType[] = [
  { name: 'cycle', severity: 'error', from: {}, to: { circular: true } },
  { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
];
// The programs in matrix/consumer are copied into a folder outside the workspace and run there.
const excluded = '(^|/)(dist|\\.turbo)/|^packages/client/matrix/consumer/';

/** Reads the import graph of a workspace with dependency-cruiser. */
export async function readImports(folder: string): Promise<ImportGraph> {
  const options = {
    baseDir: folder,
    ruleSet: { forbidden: rules },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: excluded },
  };
  const conditionNames = ['import', 'node', 'types', 'default'];
  const { output } = await cruise(['.'], options, { exportsFields: ['exports'], conditionNames });
  const { modules, summary } = output as ICruiseResult;
  const own = modules.filter(({ source }) => isOwn(source));
  const imports = own.flatMap(({ source, dependencies }) =>
    dependencies.map(({ module, resolved, coreModule, couldNotResolve }): Import => {
      const kind = coreModule
        ? 'built-in'
        : couldNotResolve
          ? 'unresolved'
          : isOwn(resolved)
            ? 'workspace'
            : 'external';
      return { from: source, specifier: module, to: resolved, kind };
    }),
  );
  const violations = summary.violations.map(({ rule, from, to, cycle = [] }) =>
    rule.name === 'cycle'
      ? `${from}: import cycle ${[from, ...cycle.map(({ name }) => name)].join(' -> ')}.`
      : `${from}: cannot resolve "${to}". Declare its package in package.json, or correct the path.`,
  );
  const owned = new Set(own.filter(({ coreModule, couldNotResolve }) => !coreModule && !couldNotResolve));
  return { modules: [...owned].map(({ source }) => source), imports, violations };
}

function isOwn(path: string): boolean {
  return !/(^|\/)node_modules\//.test(path);
}
