import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplesFolder } from './folders.ts';

const marker = /^[ \t]*(?:\/\/|#|--|<!--) *#?(?:region|endregion)\b.*\n/gm;

/**
 * Reads a sample: a file of this folder, or the parts between `#region NAME` and `#endregion` of one. The lines of
 * the regions are left out.
 *
 * @param name for example `discord/bot.ts` or `discord/bot.ts#login`
 * @throws {Error} if there is no such file or region
 */
export function readSample(name: string): string {
  const [file = '', region] = name.split('#');
  const path = join(samplesFolder, file);
  if (!existsSync(path))
    throw new Error(`There is no sample ${file} in apps/docs/samples. Create it, or correct the name.`);
  const text = readFileSync(path, 'utf8');
  const part = region === undefined ? text : findRegion(text, region);
  if (part === undefined)
    throw new Error(`The sample ${file} has no region ${region}. Add the line: #region ${region}`);
  return `${part.replaceAll(marker, '').trim()}\n`;
}

/**
 * Reads a whole sample as it is run, with the lines of its regions.
 *
 * @param file for example `discord/bot.ts`
 */
export function readProgram(file: string): string {
  return readFileSync(join(samplesFolder, file), 'utf8');
}

/** A region can have several parts, which follow each other in the sample. */
function findRegion(text: string, region: string): string | undefined {
  const pattern = new RegExp(`^([ \\t]*)\\S+ *#region ${region}\\n(.*?)^[ \\t]*\\S+ *#endregion`, 'gms');
  const parts = Array.from(text.matchAll(pattern), ([, , part = '']) => part);
  return parts.length > 0 ? parts.map(removeIndentation).join('') : undefined;
}

function removeIndentation(text: string): string {
  const lines = text.split('\n');
  const widths = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const width = Math.min(...widths);
  return lines.map((line) => line.slice(width)).join('\n');
}
