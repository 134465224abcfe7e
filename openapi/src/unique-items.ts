import type { Ajv2020 } from 'ajv/dist/2020.js';

interface Duplicate {
  readonly keyword: string;
  readonly params: { readonly i: number; readonly j: number };
  readonly message: string;
}

/** Replaces the keyword `uniqueItems`: Ajv compares each item with each other, which takes minutes for a large array. */
export function addUniqueItems(ajv: Ajv2020): void {
  const validate: { (isUnique: boolean, items: readonly unknown[]): boolean; errors?: Duplicate[] } = (
    isUnique,
    items,
  ) => {
    const duplicate = isUnique ? findDuplicate(items) : undefined;
    if (!duplicate) return true;
    const { i, j } = duplicate;
    const message = `must NOT have duplicate items (items ## ${j} and ${i} are identical)`;
    validate.errors = [{ keyword: 'uniqueItems', params: { i, j }, message }];
    return false;
  };
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', errors: true, validate });
}

function findDuplicate(items: readonly unknown[]): { readonly i: number; readonly j: number } | undefined {
  const indexes = new Map<string, number>();
  for (const [i, item] of items.entries()) {
    const text = formatCanonically(item);
    const j = indexes.get(text);
    if (j !== undefined) return { i, j };
    indexes.set(text, i);
  }
  return undefined;
}

/** Formats a JSON value so that equal values have the same text, whatever the order of their properties. */
function formatCanonically(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(formatCanonically).join()}]`;
  const names = Object.keys(value).sort();
  const properties = names.map((name) => `${JSON.stringify(name)}:${formatCanonically((value as JsonRecord)[name])}`);
  return `{${properties.join()}}`;
}

type JsonRecord = Readonly<Record<string, unknown>>;
