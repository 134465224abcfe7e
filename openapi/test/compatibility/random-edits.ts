import { isObject } from '@giftoin/openapi';
import type { Rating } from '../../compatibility/change.ts';
import { appendToPointer, parsePointer } from '../../compatibility/json-pointer.ts';
import type { Editable } from './card-document.ts';

/** An object in a document that an edit can change. */
export interface Place {
  readonly pointer: string;
  readonly names: readonly string[];
  readonly object: Editable;
}

export interface RandomEdit {
  readonly title: string;
  /** The rating that the change has at least. */
  readonly rating: Rating;
  readonly isPlace: (place: Place) => boolean;
  readonly change: (place: Place, number: number) => void;
}

/** Lists the objects of a document, without data and without what an edit has added. */
export function listPlaces(document: object): Place[] {
  const places: Place[] = [];
  visit(document, '');
  return places;

  function visit(object: object, pointer: string): void {
    const names = parsePointer(pointer);
    places.push({ pointer, names, object });
    for (const [name, value] of Object.entries<Editable>(object)) {
      const isData =
        ['example', 'examples', 'value', 'mapping', 'security'].includes(name) && names.at(-1) !== 'properties';
      const isAdded = name.startsWith('added') || name === '451' || String(value?.name).startsWith('added');
      if (!isData && !isAdded && typeof value === 'object' && value !== null)
        visit(value, appendToPointer(pointer, name));
    }
  }
}

const ofComponent = (section: string, depth: number) => {
  return ({ names }: Place) => names[0] === 'components' && names[1] === section && names.length === depth;
};
const isOperation = ({ names }: Place) => names[0] === 'paths' && names.length === 3 && names[2] !== 'parameters';
const isReceivedObject = ({ names, object }: Place) => {
  return (
    ['Card', 'CollectionChallengeProgress', 'Reward', 'Coin'].includes(names[2] ?? '') &&
    names.length === 3 &&
    isObject(object.properties)
  );
};
const isParameter = ({ object }: Place) => typeof object.in === 'string' && isObject(object.schema);
const isHeader = ({ names, object }: Place) => names.at(-2) === 'headers' && isObject(object) && 'schema' in object;
const toName = (number: number) => `added${number}`;
const pick = (values: string[], number: number) => values[number % values.length] ?? '';
const oldProperties = (object: Editable) => Object.keys(object.properties).filter((name) => !name.startsWith('added'));
const renameKey = (object: Editable, from: string, to: string) => {
  object[to] = object[from];
  delete object[from];
};

export const randomEdits: readonly RandomEdit[] = [
  {
    title: 'removes a property',
    rating: 'major',
    isPlace: (place) => isReceivedObject(place) && oldProperties(place.object).length > 0,
    change: ({ object }, number) => {
      delete object.properties[pick(oldProperties(object), number)];
    },
  },
  {
    title: 'renames a property',
    rating: 'major',
    isPlace: (place) => isReceivedObject(place) && oldProperties(place.object).length > 0,
    change: ({ object }, number) => renameKey(object.properties, pick(oldProperties(object), number), toName(number)),
  },
  {
    title: 'no longer requires a property',
    rating: 'major',
    isPlace: (place) => isReceivedObject(place) && place.object.required.length > 0,
    change: ({ object }, number) => {
      object.required.splice(number % object.required.length, 1);
    },
  },
  {
    title: 'adds a property',
    rating: 'minor',
    isPlace: isReceivedObject,
    change: ({ object }, number) => {
      object.properties[toName(number)] = { type: 'string' };
    },
  },
  {
    title: 'tightens the schema of a parameter',
    rating: 'major',
    isPlace: isParameter,
    change: ({ object }, number) => {
      const keyword = pick(['pattern', 'maxLength', 'not', 'const'], number);
      const values: Editable = { pattern: '^0$', maxLength: 0, not: { pattern: `^${number}` }, const: `${number}` };
      object.schema = { ...object.schema, [keyword]: values[keyword] };
    },
  },
  {
    title: 'renames a parameter',
    rating: 'major',
    isPlace: isParameter,
    change: ({ object }, number) => {
      object.name = toName(number);
    },
  },
  {
    title: 'adds a required parameter',
    rating: 'major',
    isPlace: isOperation,
    change: ({ object }, number) => {
      object.parameters = [
        ...(object.parameters ?? []),
        { name: toName(number), in: 'query', required: true, schema: { type: 'string' } },
      ];
    },
  },
  {
    title: 'adds an optional parameter',
    rating: 'minor',
    isPlace: isOperation,
    change: ({ object }, number) => {
      object.parameters = [
        ...(object.parameters ?? []),
        { name: toName(number), in: 'query', schema: { type: 'string' } },
      ];
    },
  },
  {
    title: 'adds an error response',
    rating: 'minor',
    isPlace: (place) => isOperation(place) && !place.object.responses['451'],
    change: ({ object }) => {
      object.responses['451'] = { description: 'Not here.' };
    },
  },
  {
    title: 'removes a response',
    rating: 'major',
    isPlace: (place) => isOperation(place) && Object.keys(place.object.responses).some((status) => status !== '451'),
    change: ({ object }, number) => {
      const old = Object.keys(object.responses).filter((status) => status !== '451');
      delete object.responses[pick(old, number)];
    },
  },
  {
    title: 'renames an operation',
    rating: 'major',
    isPlace: isOperation,
    change: ({ object }, number) => {
      object.operationId = toName(number);
    },
  },
  {
    title: 'deprecates an operation',
    rating: 'minor',
    isPlace: (place) => isOperation(place) && place.object.deprecated === undefined,
    change: ({ object }) => {
      object.deprecated = true;
    },
  },
  {
    title: 'no longer promises a header',
    rating: 'major',
    isPlace: (place) => isHeader(place) && place.object.required === true,
    change: ({ object }) => {
      delete object.required;
    },
  },
  {
    title: 'adds a known value',
    rating: 'minor',
    isPlace: ({ names, object }) => names.at(-2) === 'anyOf' && Array.isArray(object.enum),
    change: ({ object }, number) => {
      object.enum.unshift(toName(number));
    },
  },
  {
    title: 'changes the type of a property',
    rating: 'major',
    isPlace: ({ names, object }) => names[2] === 'Card' && names.at(-2) === 'properties' && object.type !== undefined,
    change: ({ object }) => {
      object.type = object.type === 'array' ? 'object' : 'array';
    },
  },
  {
    title: 'refers to another schema',
    rating: 'major',
    isPlace: ({ names, object }) =>
      names[2] === 'Card' && names.at(-2) === 'properties' && typeof object.$ref === 'string',
    change: ({ object }) => {
      object.$ref = '#/components/schemas/Card';
    },
  },
  {
    title: 'changes a description',
    rating: 'patch',
    isPlace: ({ object }) => typeof object.description === 'string',
    change: ({ object }, number) => {
      object.description = toName(number);
    },
  },
  {
    title: 'changes an example',
    rating: 'patch',
    isPlace: ofComponent('examples', 3),
    change: ({ object }, number) => {
      object.value = { [toName(number)]: number };
    },
  },
  {
    title: 'changes the order of precedence',
    rating: 'major',
    isPlace: ({ names, object }) => names.length === 0 && object.security?.length > 1 && !object['x-reversed'],
    change: ({ object }) => {
      object.security.reverse();
      object['x-reversed'] = true;
    },
  },
  {
    title: 'changes the URL of a server',
    rating: 'major',
    isPlace: ({ names, object }) => names[0] === 'servers' && typeof object.url === 'string',
    change: ({ object }, number) => {
      object.url = `https://${toName(number)}.example.com`;
    },
  },
  {
    title: 'adds an unknown extension',
    rating: 'major',
    isPlace: ({ object }) =>
      'operationId' in object || typeof object.in === 'string' || typeof object.type === 'string',
    change: ({ object }, number) => {
      object[`x-${toName(number)}`] = { [toName(number)]: number };
    },
  },
];
