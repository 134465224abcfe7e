import { escapePattern } from './escape-pattern.ts';

/** The expressions of a path template, for example `{programId}`. */
const expression = /\{([^{}]+)\}/g;

/**
 * Fills a path template of an OpenAPI document.
 *
 * @param template for example `/users/{platform}`
 * @param segment returns the segment for a parameter. It is used as it is: percent-encode it.
 */
export function fillPath(template: string, segment: (name: string) => string): string {
  return template.replace(expression, (_, name: string) => segment(name));
}

/** A regular expression that matches a whole path of a template. A parameter matches any non-empty segment. */
export function toPathPattern(template: string): RegExp {
  const literals = template.split(expression).map((part, index) => (index % 2 === 0 ? escapePattern(part) : '[^/]+'));
  return new RegExp(`^${literals.join('')}$`);
}
