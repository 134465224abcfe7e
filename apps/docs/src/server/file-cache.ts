import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

/** A file in memory. */
export interface CachedFile {
  readonly content: Buffer;
  readonly etag: string;
}

export interface FileCache {
  /**
   * Returns a file, or `'folder'`, or undefined if there is nothing with this path.
   *
   * @throws {Error} if the file exists but cannot be read
   */
  read(path: string): Promise<CachedFile | 'folder' | undefined>;
}

/**
 * Keeps files in memory, and reads a file again after it has changed. A file is open only while it is read: responses, however
 * slow their clients are, hold no file descriptor.
 */
export function createFileCache(): FileCache {
  const entries = new Map<string, { version: string; file: Promise<CachedFile> }>();
  return {
    async read(path) {
      try {
        const stats = await stat(path);
        if (stats.isDirectory()) return 'folder';
        const version = `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
        const entry = entries.get(path);
        if (entry?.version === version) return await entry.file;
        const file = readCachedFile(path);
        entries.set(path, { version, file });
        return await file;
      } catch (error) {
        entries.delete(path);
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
  };
}

async function readCachedFile(path: string): Promise<CachedFile> {
  const content = await readFile(path);
  return { content, etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"` };
}

function isMissing(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code);
}
