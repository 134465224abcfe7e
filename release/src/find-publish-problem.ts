import { findContractProblem } from './find-contract-problem.ts';
import { readChangesets } from './read-changesets.ts';
import { readContract, releasedFile } from './read-contract.ts';

/** Returns why nothing can be published from a workspace, and what to do. Undefined if everything can. */
export function findPublishProblem(root: string): string | undefined {
  const changesets = readChangesets(root);
  const contract = readContract(root);
  const problem = findContractProblem(contract, changesets);
  if (problem) return problem;
  if (changesets.length > 0) {
    return `${changesets.map(({ file }) => file).join(', ')} is not released yet. Run \`pnpm release\` and commit what it writes.`;
  }
  if (contract.isChanged)
    return `The document differs from ${releasedFile}. Run \`pnpm release\` and commit what it writes.`;
  return undefined;
}
