export { type DebianProgram, findDebianProgram } from './find-debian-program.ts';
