import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/** A running browser. `close` also deletes its temporary files. */
export interface OpenBrowser {
  browser: Browser;
  close(): Promise<void>;
}

/**
 * Starts a headless Chromium: the executable in `CHROMIUM_PATH` if it is set; on Linux x64 the one in `@sparticuz/chromium`,
 * which requires no system packages; on other platforms an installed Chrome.
 */
export async function openBrowser(): Promise<OpenBrowser> {
  if (process.env.CHROMIUM_PATH) return launch({ executablePath: process.env.CHROMIUM_PATH });
  if (process.platform === 'linux' && process.arch === 'x64') return launchPacked();
  return launch({ channel: 'chrome' });
}

async function launch(options: LaunchOptions): Promise<OpenBrowser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const browser = await chromium.launch({ headless: true, args, ...options });
  return { browser, close: () => browser.close() };
}

// Each run unpacks the browser into its own directory (one second, 200 MB), so that concurrent runs cannot read incomplete files
// of each other.
async function launchPacked(): Promise<OpenBrowser> {
  const directory = await mkdtemp(join(tmpdir(), 'giftoin-browser-'));
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    const [executablePath, libraries, fonts] = await unpackInto(directory);
    // The font configuration in the package contains fixed directories. This one contains the directory of the unpacked fonts.
    await writeFile(
      join(directory, 'fonts.conf'),
      `<fontconfig><dir>${fonts}</dir><cachedir>${join(directory, 'font-cache')}</cachedir></fontconfig>`,
    );
    const env = {
      ...process.env,
      HOME: directory,
      LD_LIBRARY_PATH: join(libraries, 'lib'),
      FONTCONFIG_FILE: join(directory, 'fonts.conf'),
    };
    const { browser, close } = await launch({ executablePath, env });
    return { browser, close: () => close().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Unpacks `@sparticuz/chromium`. Returns the paths of the executable, the libraries and the fonts. */
async function unpackInto(directory: string): Promise<[string, string, string]> {
  const archive = (name: string) =>
    fileURLToPath(new URL(`../bin/${name}`, import.meta.resolve('@sparticuz/chromium')));
  const before = process.env.TMPDIR;
  // `inflate` always writes to the temporary directory.
  process.env.TMPDIR = directory;
  try {
    return await Promise.all([
      inflate(archive('chromium.br')),
      inflate(archive('al2023.tar.br')),
      inflate(archive('fonts.tar.br')),
    ]);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
