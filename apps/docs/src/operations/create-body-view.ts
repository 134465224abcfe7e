import type { JsonObject, NamedExample } from '@giftoin/openapi';
import { createContents, type ViewContext } from './create-value-view.ts';
import { describeType } from './describe-type.ts';
import { flattenSchema } from './flatten-schema.ts';
import type { BodyView, ExampleView } from './operation-view.ts';

interface Body {
  readonly mediaType: string;
  readonly schema: JsonObject;
  readonly namedExamples: readonly NamedExample[];
}

/** Creates the view of a request or response body. */
export function createBodyView(context: ViewContext, { mediaType, schema, namedExamples }: Body): BodyView {
  const flat = flattenSchema(context.document, schema);
  const { description, 'x-source': source } = flat.schema;
  const inherited = typeof source === 'string' ? source : undefined;
  return {
    mediaType,
    type: describeType(context.document, schema),
    description: typeof description === 'string' ? description : undefined,
    ...createContents(context, { ...flat, path: '', source: inherited, open: [] }),
    sameAs: undefined,
    examples: namedExamples.map(createExampleView),
  };
}

/** Returns the view of a body whose schema is shown in another response. */
export function createRepeatedBodyView(
  { document }: ViewContext,
  { mediaType, schema, namedExamples }: Body,
  sameAs: BodyView['sameAs'],
): BodyView {
  const nothing = { description: undefined, constraints: [], children: [], variants: [] };
  const type = describeType(document, schema);
  return { mediaType, type, ...nothing, sameAs, examples: namedExamples.map(createExampleView) };
}

export function createExampleView({ name, summary, description, value }: NamedExample): ExampleView {
  return { name, title: summary ?? name, description, code: JSON.stringify(value, null, 2) };
}
