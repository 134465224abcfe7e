import type { Redact } from '@giftoin/protocol';
import type { Exchange } from '../model/exchange.ts';
import { listHeaderKeys, type ServerUnderTest } from '../model/server-under-test.ts';

/** Formats a request as a command that repeats it. Placeholders stand for the keys. */
export function formatCurlCommand(
  server: Pick<ServerUnderTest, 'origin' | 'key' | 'usualHeader'>,
  { request, target }: Exchange,
  redact: Redact,
): string {
  const others = Object.entries(request.headers ?? {}).map(([name, value]) => formatHeader(name, redact(value)));
  const keys = listHeaderKeys(server, request).map(([name, { value, placeholder }]) =>
    formatHeader(name, placeholder, value),
  );
  return ['curl -i --path-as-is', ...others, ...keys, quote(server.origin.origin + redact(target))].join(' ');
}

/** `curl` sends a header without a value only if a semicolon follows its name. */
function formatHeader(name: string, shown: string, value = shown): string {
  return value.trim() === '' ? `-H '${name};'` : `-H ${quote(`${name}: ${shown}`)}`;
}

/** Uses double quotes if the text has a variable, so that a shell inserts the key. */
function quote(text: string): string {
  if (text.includes('$GIFTOIN_API_KEY')) return `"${text.replaceAll(/["\\`]|\$(?!GIFTOIN_API_KEY)/g, '\\$&')}"`;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
