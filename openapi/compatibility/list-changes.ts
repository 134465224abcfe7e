import type { OpenApiDocument } from '@giftoin/openapi';
import type { Change, Side } from './change.ts';
import { compareDocuments, type Difference } from './compare-documents.ts';
import { findContexts } from './find-contexts.ts';
import { appendToPointer, isWithin, parsePointer, readPointer } from './json-pointer.ts';
import { findOpenSet, readKnownValues } from './open-sets.ts';
import { diffWithRedocly, type RedoclyChange } from './redocly-diff.ts';

/**
 * Lists the changes between two documents: those that Redocly reports, and every other difference. A difference that
 * Redocly does not report has the type `Value`. Known values of open sets have the type `OpenSet`.
 */
export async function listChanges(base: OpenApiDocument, revision: OpenApiDocument): Promise<Change[]> {
  const reported = await diffWithRedocly(base, revision);
  const differences = compareDocuments(base, revision, toAlignment(reported));
  const [baseContexts, revisionContexts] = [findContexts(base), findContexts(revision)];
  const withContexts = (change: Omit<Change, 'contexts'>): Change => ({
    ...change,
    contexts: new Set([...baseContexts(change.before.pointer), ...revisionContexts(change.after.pointer)]),
  });

  const changes = [
    ...reported.map(fromRedocly),
    ...differences.filter((difference) => !isReported(difference, reported)).map(fromDifference),
  ].map(withContexts);
  return mergeOpenSets(base, revision, changes).filter(({ after }) => after.pointer !== '/info/version');
}

/** Derives which items and entries correspond to each other from the changes that Redocly reports in them. */
function toAlignment(changes: readonly RedoclyChange[]): Map<string, string> {
  const alignment = new Map<string, string>();
  for (const { before, after, kind } of changes) {
    if (kind === 'added' || kind === 'removed' || !before || !after) continue;
    const [from, to] = [parsePointer(before.pointer), parsePointer(after.pointer)];
    if (from.length !== to.length) continue;
    for (let length = 1; length <= from.length; length += 1) {
      if (from[length - 1] === to[length - 1]) continue;
      alignment.set(appendToPointer('', ...from.slice(0, length)), appendToPointer('', ...to.slice(0, length)));
    }
  }
  return alignment;
}

function isReported({ before, after, isReordered }: Difference, changes: readonly RedoclyChange[]): boolean {
  if (isReordered) return false;
  return changes.some((change) => {
    if (change.kind === 'renamed') return false;
    const isBefore = change.before && isWithin(before.pointer, change.before.pointer);
    const isAfter = change.after && isWithin(after.pointer, change.after.pointer);
    return isBefore || isAfter;
  });
}

function fromRedocly({ before, after, ...change }: RedoclyChange): Omit<Change, 'contexts'> {
  const absent: Side = { pointer: before?.pointer ?? after?.pointer ?? '', value: undefined };
  return { ...change, before: before ?? absent, after: after ?? absent };
}

function fromDifference({ before, after, isReordered }: Difference): Omit<Change, 'contexts'> {
  const property = parsePointer(after.pointer === '' ? before.pointer : after.pointer).at(-1);
  const kind = before.value === undefined ? 'added' : after.value === undefined ? 'removed' : 'modified';
  return { kind: isReordered ? 'reordered' : kind, type: 'Value', property, before, after, verdicts: [] };
}

/** Replaces the changes in the `anyOf` of an open set by one change of its known values. */
function mergeOpenSets(base: OpenApiDocument, revision: OpenApiDocument, changes: readonly Change[]): Change[] {
  const merged = new Map<string, Change>();
  const others = changes.filter((change) => {
    const before = findOpenSet(base, change.before.pointer);
    const after = findOpenSet(revision, change.after.pointer);
    if (before === undefined || after === undefined) return true;
    if (isElsewhere(change.before, before) || isElsewhere(change.after, after)) return true;
    const values = {
      before: { pointer: before, value: readKnownValues(readPointer(base, before)) },
      after: { pointer: after, value: readKnownValues(readPointer(revision, after)) },
    };
    if (JSON.stringify(values.before.value) === JSON.stringify(values.after.value)) return true;
    const openSet = { kind: 'modified', type: 'OpenSet', property: 'enum', verdicts: [] } as const;
    merged.set(`${before} ${after}`, { ...change, ...values, ...openSet });
    return false;
  });
  return [...others, ...merged.values()];
}

/**
 * Whether a side has no `anyOf`, although there is an open set in its place: Redocly compares what references lead to, so the other
 * side is in another place.
 */
function isElsewhere({ pointer, value }: Side, openSet: string): boolean {
  return value === undefined && pointer === appendToPointer(openSet, 'anyOf');
}
