import type { Rating } from './change.ts';

interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly prerelease: string;
}

/** Parses a version (semver.org). Returns `undefined` if the text is not one. */
function parseVersion(text: string): Version | undefined {
  const number = '(0|[1-9]\\d*)';
  const match = new RegExp(`^${number}\\.${number}\\.${number}(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?$`).exec(
    text,
  );
  if (!match) return undefined;
  const [, major, minor, patch, prerelease = ''] = match;
  return { major: Number(major), minor: Number(minor), patch: Number(patch), prerelease };
}

function bump({ major, minor, patch }: Version, rating: Rating): string {
  if (rating === 'major') return `${major + 1}.0.0`;
  return rating === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/**
 * Checks whether a version fits the changes since the last release.
 *
 * @param required the highest rating of the changes, `undefined` if there are none
 * @returns the version that the changes require, and what is wrong. The version can be a pre-release, and it can be
 *   higher than required, but it must be one that can follow the released version.
 */
export function checkVersion(
  released: string,
  version: string,
  required: Rating | undefined,
): { readonly next: string; readonly problem: string | undefined } {
  const base = parseVersion(released);
  const revision = parseVersion(version);
  const advice = 'Use three numbers, for example 1.2.0 (semver.org).';
  if (!base)
    return {
      next: version,
      problem: `The released info.version ${JSON.stringify(released)} is not a version. ${advice}`,
    };
  // Below 1.0.0, a breaking change is a minor bump.
  const rating = base.major === 0 && required === 'major' ? 'minor' : required;
  const next = rating === undefined ? released : bump(base, rating);
  if (!revision) {
    return {
      next,
      problem: `info.version ${JSON.stringify(version)} is not a version. ${advice} The changes require ${next}.`,
    };
  }
  if (version === released) {
    if (rating === undefined) return { next, problem: undefined };
    return {
      next,
      problem: `info.version is still ${released}. The changes require a ${rating} bump: set it to ${next}.`,
    };
  }
  const allowed = (['patch', 'minor', 'major'] as const).map((candidate) => bump(base, candidate));
  const core = `${revision.major}.${revision.minor}.${revision.patch}`;
  const position = allowed.indexOf(core);
  if (position === -1) {
    return { next, problem: `info.version ${version} cannot follow ${released}. ${toAdvice(next, released)}` };
  }
  if (rating !== undefined && position < ['patch', 'minor', 'major'].indexOf(rating)) {
    return {
      next,
      problem: `info.version ${version} is too low. The changes require a ${rating} bump: set it to ${next}.`,
    };
  }
  return { next, problem: undefined };
}

function toAdvice(next: string, released: string): string {
  return next === released ? 'Nothing changed: set it back.' : `Set it to ${next}, which the changes require.`;
}
