import { isObject, type JsonObject } from '@giftoin/openapi';
import { parsePointer, readPointer } from './json-pointer.ts';

const componentTypes: Readonly<Record<string, string>> = {
  examples: 'the example',
  headers: 'the header',
  parameters: 'the parameter',
  requestBodies: 'the request body',
  responses: 'the response',
  securitySchemes: 'the security scheme',
};

/** Formats a place for readers, for example `Card.rarity` or "the response 404 of `getCard`". */
export function formatPlace(document: JsonObject, pointer: string): string {
  const names = parsePointer(pointer);
  const [section, kind, name = '', ...rest] = names;
  if (section === 'components') {
    if (names.length < 3) return 'the components';
    if (kind === 'schemas') return `\`${name}${formatSchemaPath(rest)}\``;
    const label = kind === 'parameters' || kind === 'headers' ? readName(document, names.slice(0, 3), name) : name;
    const header = kind === 'responses' && rest[0] === 'headers' && rest[1] ? `the header \`${rest[1]}\` of ` : '';
    return `${header}${componentTypes[kind ?? ''] ?? 'the component'} \`${label}\``;
  }
  if (section === 'paths' && kind !== undefined) return formatOperationPlace(document, kind, name, rest);
  return section === undefined || section === 'info' ? 'the document' : `\`${section}\``;
}

function formatOperationPlace(document: JsonObject, path: string, method: string, rest: string[]): string {
  const [part, item, ...inner] = rest;
  if (method === 'parameters')
    return `the parameter \`${readName(document, ['paths', path, method, part ?? ''], part)}\` of \`${path}\``;
  if (method === '') return `\`${path}\``;
  const operation = readPointer(document, toPointer(['paths', path, method]));
  const id =
    isObject(operation) && typeof operation.operationId === 'string'
      ? operation.operationId
      : `${method.toUpperCase()} ${path}`;
  if (part === 'responses' && item !== undefined) {
    const header = inner[0] === 'headers' && inner[1] ? `the header \`${inner[1]}\` of ` : '';
    return `${header}the response ${item} of \`${id}\``;
  }
  if (part === 'parameters' && item !== undefined) {
    return `the parameter \`${readName(document, ['paths', path, method, part, item], item)}\` of \`${id}\``;
  }
  return part === 'requestBody' ? `the request body of \`${id}\`` : `\`${id}\``;
}

/** Formats the part of a pointer after the name of a schema: properties and items, without keywords. */
function formatSchemaPath(names: readonly string[]): string {
  let path = '';
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index];
    if (name === 'properties' && names[index + 1] !== undefined) {
      index += 1;
      path += `.${names[index]}`;
    } else if (name === 'items') path += '[]';
  }
  return path;
}

function readName(document: JsonObject, names: readonly string[], fallback: string | undefined): string {
  let value = readPointer(document, toPointer(names));
  if (isObject(value) && typeof value.$ref === 'string')
    value = readPointer(document, decodeURIComponent(value.$ref.slice(1)));
  return isObject(value) && typeof value.name === 'string' ? value.name : (fallback ?? '');
}

function toPointer(names: readonly string[]): string {
  return names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
