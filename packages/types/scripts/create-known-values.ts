import type { OpenApiDocument } from '@giftoin/openapi';
import { formatLiteral } from './format-code.ts';
import { listNamedSchemas } from './list-named-schemas.ts';
import { findOpenSetValues } from './open-set.ts';

/** Creates an array of the known values and a type guard for every open set. */
export function createKnownValues(document: OpenApiDocument): string {
  return listNamedSchemas(document)
    .flatMap(([name, schema]) => {
      const values = findOpenSetValues(schema);
      if (!values) return [];
      const constant = `${name.charAt(0).toLowerCase()}${name.slice(1)}Values`;
      return `/** The known values of the open set {@link ${name}}. */
export const ${constant} = ${formatLiteral(values)};
/** Returns whether a value is one of {@link ${constant}}. An open set can contain other values. */
export function isKnown${name}(value: unknown): value is (typeof ${constant})[number] {
  return (${constant} as readonly unknown[]).includes(value);
}
`;
    })
    .join('');
}
