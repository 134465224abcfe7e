import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runServer } from 'verdaccio';

export interface Registry {
  readonly url: string;
  /** Makes npm, pnpm, Yarn and Bun use this registry, and caches of their own. */
  readonly environment: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

/** Starts a registry that has no package of ours. It gets all other packages from the registry that npm is configured for. */
export async function startRegistry(): Promise<Registry> {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-registry-'));
  const { stdout } = await promisify(execFile)('npm', ['config', 'get', 'registry']);
  const app = await runServer({
    self_path: folder,
    configPath: join(folder, 'config.yaml'),
    storage: join(folder, 'storage'),
    uplinks: { npm: { url: stdout.trim(), timeout: '60s', maxage: '60m' } },
    packages: {
      '@giftoin/*': { access: '$all', publish: '$all' },
      '**': { access: '$all', proxy: 'npm' },
    },
    auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: -1 } },
    log: { type: 'stdout', level: 'fatal', format: 'json' },
    web: { enable: false },
    max_body_size: '50mb',
  });
  const server: Server = await new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const userconfig = join(folder, 'npmrc');
  // Everybody may publish. npm and pnpm require a token, whatever it is.
  await writeFile(userconfig, `registry=http://${origin}/\n//${origin}/:_authToken=none\n`);
  return {
    url: `http://${origin}`,
    environment: createEnvironment(`http://${origin}/`, userconfig, folder),
    async close() {
      server.closeAllConnections();
      await promisify(server.close.bind(server))();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function createEnvironment(registry: string, userconfig: string, folder: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|pnpm_|yarn_|bun_|turbo_|vitest|node_env)/i.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    npm_config_registry: registry,
    npm_config_userconfig: userconfig,
    npm_config_cache: join(folder, 'npm'),
    pnpm_config_cache_dir: join(folder, 'pnpm'),
    // What was published a moment ago may be installed.
    pnpm_config_minimum_release_age: '0',
    YARN_NPM_REGISTRY_SERVER: registry,
    YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
    YARN_NPM_MINIMAL_AGE_GATE: '0',
    YARN_GLOBAL_FOLDER: join(folder, 'yarn'),
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    YARN_ENABLE_SCRIPTS: 'false',
    YARN_ENABLE_TELEMETRY: 'false',
    BUN_CONFIG_REGISTRY: registry,
    BUN_INSTALL_CACHE_DIR: join(folder, 'bun'),
  };
}
