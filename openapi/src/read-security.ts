import { isObject, toArray, toObject } from './document.ts';
import type { PlaceReader } from './place-reader.ts';

/**
 * Reads the names of the headers that can contain the API key, in order of precedence: by `x-precedence` of the security
 * schemes, and without it in the order of the requirements.
 */
export function readApiKeyHeaders(reader: PlaceReader, requirements: unknown): string[] {
  const schemes = toObject(reader.document.components.securitySchemes);
  const names = toArray(requirements).flatMap((requirement) => Object.keys(isObject(requirement) ? requirement : {}));
  const toPrecedence = (name: string) => Number(toObject(schemes[name])['x-precedence'] ?? Infinity);
  names.sort((a, b) => toPrecedence(a) - toPrecedence(b));
  return names.flatMap((name) => {
    if (schemes[name] === undefined) {
      reader.refuse(`The security scheme ${name} does not exist. Add it to components/securitySchemes.`);
      return [];
    }
    const { type, in: location, name: header, scheme } = reader.resolve(schemes[name]);
    if (type === 'apiKey' && location === 'header') return [String(header)];
    const kind = [type, location ?? scheme].filter((part) => part !== undefined).join(', ');
    const place = reader.in(`#/components/securitySchemes/${name}`);
    place.note(`This security scheme (${kind}) is not an API key in a header. Callers send it themselves.`);
    return [];
  });
}
