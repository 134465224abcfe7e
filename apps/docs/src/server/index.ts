/**
 * Serves the reference of the API.
 *
 * @module
 */
export { type Docs, type DocsOptions, siteDirectory, startDocs } from './start-docs.ts';
