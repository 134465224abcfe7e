export { type InstallPackedOptions, installFlags, installPacked } from './install-packed.ts';
