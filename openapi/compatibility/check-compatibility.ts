import { isDeepStrictEqual } from 'node:util';
import type { OpenApiDocument } from '@giftoin/openapi';
import { compareRatings, type Finding, type Rating } from './change.ts';
import { listChanges } from './list-changes.ts';
import { rateChange } from './rate-change.ts';
import { checkVersion, type VersionCheck } from './version.ts';

/** The result of the compatibility check. */
export interface CompatibilityReport extends VersionCheck {
  readonly base: OpenApiDocument;
  readonly revision: OpenApiDocument;
  /** The findings, breaking changes first, in document order. */
  readonly findings: readonly Finding[];
  /** The highest rating. `undefined` if nothing changed. */
  readonly required: Rating | undefined;
}

/** Rates every change between a released document and its revision, and checks the version of the revision. */
export async function checkCompatibility(
  base: OpenApiDocument,
  revision: OpenApiDocument,
): Promise<CompatibilityReport> {
  const changes = isDeepStrictEqual(base, revision) ? [] : await listChanges(base, revision);
  const findings = changes.map(rateChange).sort((first, second) => compareRatings(second.rating, first.rating));
  const required = findings[0]?.rating;
  const version = checkVersion(String(base.info.version), String(revision.info.version), required);
  return { base, revision, findings, required, ...version };
}
