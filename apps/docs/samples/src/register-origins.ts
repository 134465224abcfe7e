// Loaded with `--import` before a sample. The sample then uses the servers of the test, without a change of its file.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';
import { samplesFolder } from './folders.ts';
import { type Origins, replaceOrigins } from './replace-origins.ts';

const origins = JSON.parse(process.env.SAMPLE_ORIGINS ?? '') as Origins;
// The default origin of the client.
const generated = import.meta.resolve('@giftoin/types').replace('index.ts', 'generated/');
const folder = pathToFileURL(samplesFolder).href;

registerHooks({
  load(url, context, nextLoad) {
    const isJsx = url.endsWith('.tsx');
    // Node.js strips types, and does not compile JSX.
    const loaded = nextLoad(url, isJsx ? { ...context, format: 'module-typescript' } : context);
    if (url.startsWith(generated)) return { ...loaded, source: replaceOrigins(String(loaded.source), origins) };
    if (!url.startsWith(folder) || url.includes('/node_modules/')) return loaded;
    const source = replaceOrigins(String(loaded.source), origins);
    if (!isJsx) return { ...loaded, source };
    const { code } = transformSync(source, { loader: 'tsx', jsx: 'automatic', format: 'esm' });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
