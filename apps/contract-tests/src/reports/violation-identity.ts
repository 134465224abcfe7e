import { distinguishingRuleValues, type SuiteCodeInfo, suiteCodes } from '../model/suite-codes.ts';
import type { SuiteViolation } from '../model/suite-violation.ts';

/** Values of schema keywords that depend on the response, not on the schema. */
const responseValues = ['i', 'j'];

/** Creates the identity of a cause: violations with the same identity are one finding. */
export function createViolationIdentity({ requirement, code, path, values = {} }: SuiteViolation): string {
  const names = requirement === 'schema' ? Object.keys(values) : listDistinguishingNames(code);
  const distinguishing = names.filter((name) => !responseValues.includes(name)).map((name) => [name, values[name]]);
  return JSON.stringify([requirement, code, normalizePath(path), distinguishing]);
}

/** A path without indexes: the same cause violates any item of a list. */
export function normalizePath(path: string): string {
  return path.replaceAll(/\[\d+\]\.?/g, '');
}

/** Formats the identity of a cause as a text that people copy into a baseline. */
export function formatFingerprint(violation: SuiteViolation): string {
  const [requirement, code, path, values] = JSON.parse(createViolationIdentity(violation)) as [
    string,
    string,
    string,
    [string, unknown][],
  ];
  const described = values
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`);
  return [requirement, code, path, ...described].filter(Boolean).join(' ').slice(0, maximumLength);
}

/** Schemas can have long lists of values. */
const maximumLength = 300;

function listDistinguishingNames(code: string): readonly string[] {
  const codes: Readonly<Record<string, SuiteCodeInfo>> = suiteCodes;
  return codes[code]?.distinguishedBy ?? distinguishingRuleValues[code] ?? [];
}
