import type { RecordedFault } from './recorder.ts';

/**
 * What is known to cause faults of several checks at once. A fault that is explained by one is grouped with all the others
 * that are, and the explanation is the likely cause of their finding.
 */
export function causeOf(faults: readonly RecordedFault[]): (fault: RecordedFault) => string | undefined {
  const deaf = deafHeaders(faults);
  return ({ exchange: { sent }, comparedWith }) => {
    const keys = [...(sent.keys ?? []), ...(comparedWith?.keys ?? [])];
    const carrying = keys.filter(([, { value }]) => value.trim() !== '').map(([name]) => name.toLowerCase());
    return carrying.flatMap((name) => deaf.get(name) ?? [])[0];
  };
}

/** Headers in which the key counts as missing, by their names in lower case, with the reason. */
function deafHeaders(faults: readonly RecordedFault[]): Map<string, string> {
  const names = faults.flatMap(({ checkId, cause, exchange: { sent } }) =>
    checkId.includes('/key-alone/') && cause === 'key: 401, not 200' && sent.keys?.[0]
      ? [sent.keys[0][0].toLowerCase()]
      : [],
  );
  const counted = new Map<string, string>();
  for (const name of new Set(names)) {
    const reason = name.includes('_')
      ? `Something drops the header ${name}: a proxy in front refuses underscores in header names, as nginx does ` +
        'unless it is told `underscores_in_headers on`.'
      : `The server does not read the header ${name}.`;
    counted.set(name, reason);
  }
  return counted;
}
