import { distinguishingRuleValues, type SuiteCodeInfo, suiteCodes } from '../model/suite-codes.ts';
import type { SuiteViolation } from '../model/suite-violation.ts';

/** Values of schema keywords that depend on the response, not on the schema. */
const responseValues = ['i', 'j'];

/** Creates the identity of a cause: violations with the same identity are one finding. */
export function createViolationIdentity({ requirement, code, path, values = {} }: SuiteViolation): string {
  const normalizedPath = path.replaceAll(/\[\d+\]\.?/g, '');
  const names = requirement === 'schema' ? Object.keys(values) : listDistinguishingNames(code);
  const distinguishing = names.filter((name) => !responseValues.includes(name)).map((name) => [name, values[name]]);
  return JSON.stringify([requirement, code, normalizedPath, distinguishing]);
}

function listDistinguishingNames(code: string): readonly string[] {
  const codes: Readonly<Record<string, SuiteCodeInfo>> = suiteCodes;
  return codes[code]?.distinguishedBy ?? distinguishingRuleValues[code] ?? [];
}
