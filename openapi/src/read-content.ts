import { isObject, type JsonObject, toArray, toObject, toText } from './document.ts';
import type { NamedExample } from './model.ts';
import type { PlaceReader } from './place-reader.ts';

/** The body of a request or a response. */
export interface Content {
  readonly mediaType: string | undefined;
  readonly schema: JsonObject | undefined;
  readonly examples: ReadonlyMap<string, unknown>;
  readonly namedExamples: readonly NamedExample[];
}

const empty: Content = { mediaType: undefined, schema: undefined, examples: new Map(), namedExamples: [] };

/** Returns whether a media type is JSON, for example `application/json; charset=utf-8` or `application/problem+json`. */
export function isJsonMediaType(mediaType: string): boolean {
  return /^[\w.+-]+\/([\w.-]+\+)?json\s*(;.*)?$/i.test(mediaType.trim());
}

/** Reads the `content` of a body. Of several media types, the first JSON one counts. */
export function readContent(reader: PlaceReader, value: unknown): Content {
  const content = Object.entries(toObject(value));
  if (content.length === 0) return empty;
  const [mediaType, media] = content.find(([name]) => isJsonMediaType(name)) ?? [];
  const names = content.map(([name]) => name);
  if (mediaType === undefined) {
    reader.refuse(`The body is ${names.join(' or ')}. Only JSON bodies are supported.`);
    return empty;
  }
  const others = names.filter((name) => name !== mediaType);
  if (others.length > 0) reader.note(`The body can also be ${others.join(' or ')}. Only ${mediaType} is used.`);
  const { schema = {} } = toObject(media);
  const namedExamples = readExamples(reader, toObject(media));
  return {
    mediaType,
    // `true` is the schema of any value.
    schema: isObject(schema) ? schema : {},
    examples: new Map(namedExamples.map(({ name, value }) => [name, value])),
    namedExamples,
  };
}

/** Reads the examples of a parameter or a body, or if it has none, of its schema. A single one has the name `example`. */
export function readExamples(reader: PlaceReader, holder: JsonObject): NamedExample[] {
  const named = Object.entries(toObject(holder.examples)).flatMap(([name, item]): NamedExample[] => {
    const example = reader.resolve(item);
    if (!('value' in example)) return [];
    const { summary, description, value } = example;
    return [{ name, summary: toText(summary), description: toText(description), value }];
  });
  if (named.length > 0) return named;
  const value = holder.example ?? readSchemaExample(reader, holder.schema);
  return value === undefined ? [] : [{ name: 'example', summary: undefined, description: undefined, value }];
}

function readSchemaExample(reader: PlaceReader, value: unknown): unknown {
  if (!isObject(value)) return undefined;
  const schema = reader.resolve(value);
  const [first = schema.example] = [...toArray(value.examples), ...toArray(schema.examples)];
  return first;
}
