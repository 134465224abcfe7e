import { createHash } from 'node:crypto';
import { addToHead, listInlineScripts } from './html.ts';

/** The explorer sends requests to a mock or a sandbox on the machine of the reader, and to no other origin. */
const loopback = 'http://127.0.0.1:* http://localhost:*';

/** Adds the content security policy to a page, with the hashes of its scripts. It applies on every host. */
export function addContentSecurityPolicy(page: string): string {
  const hashes = new Set(listInlineScripts(page).map(toHash));
  const policy = [
    "default-src 'none'",
    // The search runs WebAssembly.
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(' '),
    // Starlight and the highlighted code have `style` attributes.
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self' ${loopback}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return addToHead(page, `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`);
}

function toHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
