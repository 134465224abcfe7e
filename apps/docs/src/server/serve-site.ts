import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { findContentType } from './content-types.ts';
import { type CachedFile, createFileCache, type FileCache } from './file-cache.ts';

/** Creates the request listener that serves the files of a directory. A new build is served without a restart. */
export function createSiteListener(directory: string): RequestListener {
  const cache = createFileCache();
  return (request, response) => {
    serve(request, response, directory, cache).catch((error: NodeJS.ErrnoException) => {
      if (response.headersSent) response.destroy();
      else sendText(response, 503, `The file cannot be read now (${error.code}). Try again.`);
    });
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, directory: string, cache: FileCache) {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  // A policy in a page cannot contain it. The other directives are in the pages, so that they apply on every host.
  response.setHeader('Content-Security-Policy', "frame-ancestors 'none'");
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendText(response, 405, 'The server supports only GET and HEAD.');
  }
  const path = parsePath(request.url ?? '/');
  const file = path === undefined ? undefined : join(directory, path.endsWith('/') ? `${path}index.html` : path);
  const found = file === undefined ? undefined : await cache.read(file);
  if (path === undefined || file === undefined || found === undefined)
    return sendNotFound(request, response, directory, cache);
  if (found !== 'folder') return sendFile(request, response, 200, file, found);
  const page = await cache.read(join(file, 'index.html'));
  if (path.endsWith('/') || page === undefined) return sendNotFound(request, response, directory, cache);
  // Relative, because a proxy can serve the site under another path.
  response.setHeader('Location', `./${encodeURIComponent(path.slice(path.lastIndexOf('/') + 1))}/`);
  sendText(response, 308, 'The page has a slash at the end of its address.');
}

/** Returns the decoded path of a URL. Undefined if it cannot be the path of a file, or leads out of the directory. */
function parsePath(url: string): string | undefined {
  const [encoded = ''] = url.split(/[?#]/, 1);
  try {
    const path = decodeURIComponent(encoded);
    const isValid = path.startsWith('/') && !/[\0\\]|\/\/|(^|\/)\.\.?(\/|$)/.test(path);
    return isValid ? path : undefined;
  } catch {
    return undefined;
  }
}

function sendFile(request: IncomingMessage, response: ServerResponse, status: number, path: string, file: CachedFile) {
  response.setHeader('ETag', file.etag);
  // Astro puts a hash of the content into the names of these files.
  const isHashed = /[\\/]_astro[\\/]/.test(path);
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  const etags = request.headers['if-none-match']?.split(',').map((etag) => etag.trim().replace(/^W\//, ''));
  if (status === 200 && etags?.includes(file.etag)) return void response.writeHead(304).end();
  response.writeHead(status, { 'Content-Type': findContentType(path), 'Content-Length': file.content.length });
  response.end(request.method === 'HEAD' ? undefined : file.content);
}

/** Sends the page of the site to a browser, and a line of text to a program. */
async function sendNotFound(request: IncomingMessage, response: ServerResponse, directory: string, cache: FileCache) {
  const path = join(directory, '404.html');
  const page = request.headers.accept?.includes('text/html') ? await cache.read(path) : undefined;
  if (page !== undefined && page !== 'folder') return sendFile(request, response, 404, path, page);
  sendText(response, 404, 'Page not found.');
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain;charset=utf-8' }).end(`${text}\n`);
}
