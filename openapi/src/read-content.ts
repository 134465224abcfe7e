import { isObject, type JsonObject, toArray, toObject } from './document.ts';
import type { PlaceReader } from './place-reader.ts';

/** The body of a request or a response. */
export interface Content {
  readonly mediaType: string | undefined;
  readonly schema: JsonObject | undefined;
  readonly examples: ReadonlyMap<string, unknown>;
}

const empty: Content = { mediaType: undefined, schema: undefined, examples: new Map() };

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
  return {
    mediaType,
    // `true` is the schema of any value.
    schema: isObject(schema) ? schema : {},
    examples: readExamples(reader, toObject(media)),
  };
}

/** Reads the examples of a parameter or a body, or if it has none, of its schema. A single one has the name `example`. */
export function readExamples(reader: PlaceReader, holder: JsonObject): ReadonlyMap<string, unknown> {
  const named = Object.entries(toObject(holder.examples)).map(([name, example]) => [name, reader.resolve(example)]);
  const values = named.flatMap(([name, example]): [string, unknown][] =>
    isObject(example) && 'value' in example ? [[String(name), example.value]] : [],
  );
  if (values.length > 0) return new Map(values);
  if (holder.example !== undefined) return new Map([['example', holder.example]]);
  if (!isObject(holder.schema)) return new Map();
  const schema = reader.resolve(holder.schema);
  const [first = schema.example] = [...toArray(holder.schema.examples), ...toArray(schema.examples)];
  return new Map(first === undefined ? [] : [['example', first]]);
}
