import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type SiteOptions, writeSiteOptions } from './site-options.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Renders the pages with Astro, in a process of its own: a build leaves state in the modules of Astro and Vite.
 *
 * @param signal ends the process
 * @throws {Error} with the output of Astro if it fails
 */
export async function runAstro(options: SiteOptions, signal: AbortSignal): Promise<void> {
  const astro = fileURLToPath(new URL('bin/astro.mjs', import.meta.resolve('astro/package.json')));
  const env = {
    ...process.env,
    ...writeSiteOptions(options),
    // Astro sends no requests with it.
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    NO_COLOR: '1',
  };
  const build = promisify(execFile)(process.execPath, [astro, 'build', '--root', root], { cwd: root, env, signal });
  const exited = once(build.child, 'exit').catch(() => undefined);
  try {
    await build;
  } catch (error) {
    // Until then, it writes into its folder.
    await exited;
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`Astro cannot build the site.\n${stdout}${stderr}`);
  }
}
