import type { IncomingHeaders } from './incoming-request.ts';
import type { OperationParameter } from './operation.ts';

/** The parts of a request that carry parameters. */
export interface ParameterSources {
  /** The values of the path parameters by name, still percent-encoded. */
  readonly segments: ReadonlyMap<string, string>;
  readonly query: string;
  readonly headers: IncomingHeaders;
}

/** A parsed query: the values by name, still percent-encoded. */
export type Query = ReadonlyMap<string, readonly string[]>;

/** The decoded text of a parameter, or of each item. Undefined if the request does not contain it. */
export interface Text {
  readonly text?: string | readonly string[] | undefined;
  readonly problem?: string;
}

/** Reads the text of a parameter from a request. */
export type TextReader = (sources: ParameterSources, query: Query) => Text;

/** How the items of an array in a query are separated. They are still percent-encoded, so that an item can contain a comma. */
const querySeparators = { ',': ',', ' ': /%20|\+/, '|': /\||%7C/i } as const;

/** Creates the reader of a parameter. Returns undefined if it is in a place that is not supported. */
export function createTextReader(parameter: OperationParameter, isArray: boolean): TextReader | undefined {
  const { name, in: place, separator } = parameter;
  switch (place) {
    case 'path':
      return ({ segments }) => {
        const segment = segments.get(name) ?? '';
        if (segment === '') return {};
        return isArray ? decodeAll(segment.split(',')) : decode(segment);
      };
    case 'query':
      return (_, query) => {
        const [first, ...others] = query.get(name) ?? [];
        if (first === undefined) return {};
        if (isArray && separator === undefined) return decodeAll([first, ...others].map(replacePlus));
        if (others.length > 0) return { problem: 'is sent more than once' };
        if (!isArray || separator === undefined) return decode(replacePlus(first));
        return decodeAll(first.split(querySeparators[separator]).map(replacePlus));
      };
    case 'header': {
      const key = name.toLowerCase();
      return ({ headers }) => {
        const value = headers[key];
        const text = typeof value === 'object' ? value.join(',') : value;
        return { text: isArray ? text?.split(',').map((item) => item.trim()) : text };
      };
    }
    default:
      return undefined;
  }
}

/** Parses a query. Ignores what is not percent-encoded in a name: it is then not the name of a parameter. */
export function parseQuery(query: string): Query {
  const values = new Map<string, string[]>();
  for (const pair of query.split('&')) {
    const mark = pair.indexOf('=');
    const { text: name } = decode(replacePlus(mark < 0 ? pair : pair.slice(0, mark)));
    if (typeof name !== 'string' || pair === '') continue;
    const value = mark < 0 ? '' : pair.slice(mark + 1);
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return values;
}

function decodeAll(items: readonly string[]): Text {
  const texts: string[] = [];
  for (const item of items) {
    const result = decode(item);
    if (result.problem !== undefined) return result;
    texts.push(String(result.text));
  }
  return { text: texts };
}

function decode(text: string): Text {
  try {
    return { text: text.includes('%') ? decodeURIComponent(text) : text };
  } catch {
    return { problem: 'is not percent-encoded UTF-8' };
  }
}

/** In a query, a plus sign is a space. */
function replacePlus(text: string): string {
  return text.replaceAll('+', ' ');
}
