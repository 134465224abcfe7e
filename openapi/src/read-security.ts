import { isObject, toArray, toObject, toText } from './document.ts';
import type { ApiKey } from './model.ts';
import type { PlaceReader } from './place-reader.ts';

/**
 * Reads the headers that can contain the API key, in the order of the requirements. If a request contains several, the lowest
 * `precedence` counts: `x-precedence` of the security schemes. Without it, the order of the requirements decides.
 */
export function readApiKeys(reader: PlaceReader, requirements: unknown): (ApiKey & { readonly precedence: number })[] {
  const schemes = toObject(reader.document.components.securitySchemes);
  const names = toArray(requirements).flatMap((requirement) => Object.keys(isObject(requirement) ? requirement : {}));
  return names.flatMap((name) => {
    if (schemes[name] === undefined) {
      reader.refuse(`The security scheme ${name} does not exist. Add it to components/securitySchemes.`);
      return [];
    }
    const scheme = reader.resolve(schemes[name]);
    if (scheme.type === 'apiKey' && scheme.in === 'header') {
      const { name: header, description, 'x-source': source, 'x-precedence': precedence = Infinity } = scheme;
      const texts = { description: toText(description), source: toText(source) };
      return [{ header: String(header), ...texts, precedence: Number(precedence) }];
    }
    const kind = [scheme.type, scheme.in ?? scheme.scheme].filter((part) => part !== undefined).join(', ');
    const place = reader.in(`#/components/securitySchemes/${name}`);
    place.note(`This security scheme (${kind}) is not an API key in a header. Callers send it themselves.`);
    return [];
  });
}
