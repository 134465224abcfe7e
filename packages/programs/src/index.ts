/**
 * Finds programs that tests run.
 *
 * @module
 */
export { findProgram, type Program } from './find-program.ts';
