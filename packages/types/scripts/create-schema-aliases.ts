import type { OpenApiDocument } from '@giftoin/openapi';
import { formatDocComment } from './format-code.ts';
import { listNamedSchemas } from './list-named-schemas.ts';
import { toTypeName } from './type-names.ts';

/**
 * Creates a type for every schema, under the name of the schema. The type of a nullable schema does not include null, so
 * that `Reward` is always a reward. NonNullable is used for nullable schemas only, because it collapses an open set to
 * `string`.
 */
export function createSchemaAliases(document: OpenApiDocument): string {
  return listNamedSchemas(document)
    .map(([name, { type, description }]) => {
      const schema = `components['schemas']['${name}']`;
      const alias = Array.isArray(type) && type.includes('null') ? `NonNullable<${schema}>` : schema;
      const comment = formatDocComment(typeof description === 'string' ? description : '');
      return `${comment}export type ${toTypeName(name)} = ${alias};\n`;
    })
    .join('');
}
