/**
 * The code of the guides and READMEs.
 *
 * @module
 */
export { type CodeBlock, readCodeBlocks } from './code-block.ts';
export { repository, samplesFolder } from './folders.ts';
export { listPages, type Page } from './list-pages.ts';
export { readProgram, readSample } from './read-sample.ts';
export { type Origins, replaceOrigins } from './replace-origins.ts';
