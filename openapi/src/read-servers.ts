import { type OpenApiDocument, toObject } from './document.ts';

/**
 * Returns the URLs of the servers of a document, without a slash at the end. Variables have their default. Relative URLs are
 * omitted, because they depend on where the document is published.
 */
export function listServers(document: OpenApiDocument): string[] {
  return document.servers
    .map((server: unknown) => {
      const { url, variables } = toObject(server);
      const values = toObject(variables);
      return String(url).replace(/\{([^{}]+)\}/g, (text, name: string) => {
        const { default: value } = toObject(values[name]);
        return value === undefined ? text : String(value);
      });
    })
    .filter((url) => /^https?:\/\/[^/{}]+(\/[^?#{}]*)?$/i.test(url))
    .map((url) => url.replace(/\/+$/, ''));
}
