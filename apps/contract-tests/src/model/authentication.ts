import { isObject, type JsonObject, type Operation, resolveReference } from '@giftoin/openapi';

/**
 * Whether the suite can send an operation what it requires: nothing, or an API key in one header. It cannot if every security
 * requirement has another scheme, for example a bearer token, or several schemes at once.
 */
export function canAuthenticate(document: JsonObject, { path, method }: Operation): boolean {
  const item = resolveReference(document, (document.paths as JsonObject)[path]);
  const { security = document.security } = resolveReference(document, item[method]);
  const requirements = Array.isArray(security) ? security.filter(isObject).map(Object.keys) : [];
  if (requirements.length === 0) return true;
  return requirements.some((names) => names.length === 0 || (names.length === 1 && isHeaderKey(document, names[0])));
}

function isHeaderKey({ components }: JsonObject, name = ''): boolean {
  const schemes = isObject(components) && isObject(components.securitySchemes) ? components.securitySchemes : {};
  const scheme = resolveReference({ components }, schemes[name] ?? {});
  return scheme.type === 'apiKey' && scheme.in === 'header';
}
