import { readFileSync } from 'node:fs';
import { UsageError } from '@giftoin/command-line';

/** Reads the file of a flag. Throws UsageError if it cannot be read. */
export function readTextFile(flag: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`${flag}: ${file} cannot be read (${code}). Pass the path of a file.`);
  }
}
