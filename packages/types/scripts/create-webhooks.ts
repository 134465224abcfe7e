import { listWebhooks, type OpenApiDocument, type Webhook } from '@giftoin/openapi';
import { compactSchemas } from './compact-schemas.ts';
import { formatDocComment, formatKey, formatString } from './format-code.ts';
import { formatKeywordImport, formatSchemaSet, listKeywordFunctions } from './format-schema-set.ts';

/** Creates the types of the bodies of webhooks, and the schemas that a parser validates them with. */
export function createWebhooks(document: OpenApiDocument): string {
  const webhooks = listWebhooks(document);
  const bodies = webhooks.flatMap(({ name, schema }) => (schema === undefined ? [] : [[name, schema] as const]));
  // The provider sends the body, so `writeOnly` properties are missing, as in a response.
  const { schemas, roots } = compactSchemas(document, bodies, { omitted: 'writeOnly', hasLimits: false });
  const keywords = listKeywordFunctions([...Object.values(schemas), ...Object.values(roots)]);
  const imports = webhooks.length === 0 ? '' : "import type { webhooks } from './schema.ts';\n";
  return `${formatKeywordImport(keywords)}import type { CompactSchema, Keyword, SchemaOrName } from '../compact-schema.ts';
${imports}
/** The bodies of the webhooks, by name. */
export interface WebhookBodies {
${webhooks.map(createProperty).join('')}}

${formatSchemaSet(schemas, keywords)}/** The names of the webhooks. */
export const webhookNames: readonly (keyof WebhookBodies)[] = ${JSON.stringify(webhooks.map(({ name }) => name))};
/** The schema of the body of a webhook, by name. A webhook without a body has none. */
export const webhookSchemas: Readonly<Record<string, SchemaOrName>> = ${JSON.stringify(roots, null, 2)};
`;
}

function createProperty({ name, method, mediaType, summary = '', description = '' }: Webhook): string {
  const body = `NonNullable<webhooks[${formatString(name)}][${formatString(method)}]['requestBody']>`;
  const type = mediaType === undefined ? 'undefined' : `${body}['content'][${formatString(mediaType)}]`;
  return `${formatDocComment([summary, description].filter(Boolean).join('\n\n'))}  readonly ${formatKey(name)}: ${type};\n`;
}
