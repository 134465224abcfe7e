// The client's files contain these packages (packages/client/scripts/build.ts), so its users do not install them.
const bundled = { '@giftoin/client': ['@giftoin/protocol', '@giftoin/types'] };

/** Changes the package.json that is packed. Users need no scripts and no development dependencies, some of which are private. */
function beforePacking({ scripts, devDependencies, ...manifest }) {
  for (const name of bundled[manifest.name] ?? []) delete manifest.dependencies[name];
  return manifest;
}

export const hooks = { beforePacking };
