/** Runs `redocly diff`, whose rules find the changes that break a client. */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenApiDocument } from '@giftoin/openapi';
import { appendToPointer, parsePointer } from './json-pointer.ts';

/** A change in the report of `redocly diff --format=json`. */
interface ReportedChange {
  readonly typeName: string;
  readonly kind: 'added' | 'removed' | 'modified';
  readonly property?: string;
  readonly base?: ReportedSide;
  readonly revision?: ReportedSide;
  readonly verdicts: readonly { readonly message: string }[];
}

interface ReportedSide {
  readonly pointer: string;
  readonly value?: unknown;
}

/** A change that Redocly found. The pointer is `undefined` in the document that does not have the object. */
export interface RedoclyChange {
  readonly kind: 'added' | 'removed' | 'modified' | 'renamed';
  readonly type: string;
  readonly property: string | undefined;
  readonly before: { readonly pointer: string; readonly value: unknown } | undefined;
  readonly after: { readonly pointer: string; readonly value: unknown } | undefined;
  readonly verdicts: readonly string[];
}

/**
 * Compares two documents with Redocly.
 *
 * @throws {Error} if Redocly fails; the message contains its output
 */
export async function diffWithRedocly(base: OpenApiDocument, revision: OpenApiDocument): Promise<RedoclyChange[]> {
  // In a folder of its own, because Redocly reads a `#` in a path as the start of a fragment.
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-compatibility-'));
  try {
    await Promise.all([
      writeFile(join(folder, 'base.json'), JSON.stringify(base)),
      writeFile(join(folder, 'revision.json'), JSON.stringify(revision)),
      copyFile(fileURLToPath(new URL('./redocly.yaml', import.meta.url)), join(folder, 'redocly.yaml')),
    ]);
    const output = await runRedocly(folder, ['diff', 'base.json', 'revision.json', '--format=json', '--fail-on=none']);
    return (JSON.parse(output) as { changes: ReportedChange[] }).changes.map(toRedoclyChange);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function runRedocly(folder: string, args: string[]): Promise<string> {
  const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off', NO_COLOR: '1' };
  return new Promise((resolve, reject) => {
    execFile('redocly', args, { cwd: folder, env, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`redocly ${args.join(' ')} failed.\n${stderr || error.message}`));
      else resolve(stdout);
    });
  });
}

function toRedoclyChange({ typeName, kind, property, base, revision, verdicts }: ReportedChange): RedoclyChange {
  const isRenamed = property === 'key' && isEntryName(base) && isEntryName(revision);
  const toSide = (side: ReportedSide | undefined) => {
    if (!side) return undefined;
    const pointer = side.pointer.slice(1).replace(/^\/$/, '');
    // Redocly gives the place of the object if the object does not have the property.
    const isAbsent = property !== undefined && !isRenamed && side.value === undefined;
    return { pointer: isAbsent ? appendToPointer(pointer, property) : pointer, value: side.value };
  };
  return {
    kind: isRenamed ? 'renamed' : kind,
    type: typeName,
    property: isRenamed ? undefined : property,
    before: toSide(base),
    after: toSide(revision),
    verdicts: verdicts.map(({ message }) => message),
  };
}

/** Redocly reports that an entry has a new name as a change of `key`, with the place of the entry. */
function isEntryName(side: ReportedSide | undefined): boolean {
  return side !== undefined && parsePointer(side.pointer).at(-1) === side.value;
}
