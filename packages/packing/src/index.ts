export { type InstallPackedOptions, installFlags, installPacked } from './install-packed.ts';
export { lintTarball } from './lint-tarball.ts';
export { packPackages } from './pack-packages.ts';
