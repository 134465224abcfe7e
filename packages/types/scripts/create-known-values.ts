import type { OpenApiDocument } from '@giftoin/openapi';
import { formatLiteral } from './format-code.ts';
import { listNamedSchemas } from './list-named-schemas.ts';
import { findOpenSetValues } from './open-set.ts';
import { toKnownValueNames, toTypeName } from './type-names.ts';

/** Creates an array of the known values and a type guard for every open set. */
export function createKnownValues(document: OpenApiDocument): string {
  return listNamedSchemas(document)
    .flatMap(([name, schema]) => {
      const known = findOpenSetValues(schema);
      if (!known) return [];
      const { values, guard } = toKnownValueNames(name);
      return `/** The known values of the open set {@link ${toTypeName(name)}}. */
export const ${values} = ${formatLiteral(known)};
/** Returns whether a value is one of {@link ${values}}. An open set can contain other values. */
export function ${guard}(value: unknown): value is (typeof ${values})[number] {
  return (${values} as readonly unknown[]).includes(value);
}
`;
    })
    .join('');
}
