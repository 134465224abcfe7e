import type { Rating } from './change.ts';

const bumps: readonly Rating[] = ['patch', 'minor', 'major'];

export interface VersionCheck {
  /** The version that the changes require. */
  readonly next: string;
  /** The bump from the released version. `undefined` if the version is the released one, or not allowed. */
  readonly bump: Rating | undefined;
  /** What is wrong and what to do. `undefined` if the version fits the changes. */
  readonly problem: string | undefined;
}

/**
 * Checks whether a version fits the changes since the last release. It can be higher than required, but it must be the next
 * patch, minor or major version after the released one.
 *
 * @param required the highest rating of the changes, `undefined` if there are none
 */
export function checkVersion(released: string, version: string, required: Rating | undefined): VersionCheck {
  const advice = 'Use three numbers, for example 1.2.0 (semver.org).';
  const base = parseVersion(released);
  if (!base) {
    const problem = `The released info.version ${JSON.stringify(released)} is not a version. ${advice}`;
    return { next: version, bump: undefined, problem };
  }
  // Below 1.0.0, a breaking change is a minor bump.
  const rating = base[0] === 0 && required === 'major' ? 'minor' : required;
  const next = rating === undefined ? released : increase(base, rating);
  const bump = bumps.find((candidate) => increase(base, candidate) === version);
  return { next, bump, problem: findProblem() };

  function findProblem(): string | undefined {
    if (!parseVersion(version)) {
      return `info.version ${JSON.stringify(version)} is not a version. ${advice} ${toAdvice(next, released)}`;
    }
    if (version === released) {
      return rating && `info.version is still ${released}. The changes require a ${rating} bump: set it to ${next}.`;
    }
    if (bump === undefined) return `info.version ${version} cannot follow ${released}. ${toAdvice(next, released)}`;
    if (rating === undefined || bumps.indexOf(bump) >= bumps.indexOf(rating)) return undefined;
    return `info.version ${version} is too low. The changes require a ${rating} bump: set it to ${next}.`;
  }
}

/** Parses a version without a pre-release. Returns `undefined` if the text is not one. */
function parseVersion(text: string): readonly [number, number, number] | undefined {
  const match = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined;
}

function increase([major, minor, patch]: readonly [number, number, number], bump: Rating): string {
  if (bump === 'major') return `${major + 1}.0.0`;
  return bump === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

function toAdvice(next: string, released: string): string {
  return next === released ? `Nothing changed: set it to ${released}.` : `The changes require ${next}.`;
}
