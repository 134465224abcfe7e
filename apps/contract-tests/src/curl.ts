import type { Exchange } from './recorder.ts';
import { keysOf, type Server } from './server.ts';

/** A request as a command that repeats it; keys stand in it as variables, or as what they are. */
export function curlOf(
  server: Pick<Server, 'origin' | 'key' | 'usualHeader'>,
  { sent, target }: Exchange,
  hide: (text: string) => string,
): string {
  const others = Object.entries(sent.headers ?? {}).map(([name, value]) => headerFlag(name, hide(value)));
  const keys = keysOf(server, sent).map(([name, { value, shown }]) => headerFlag(name, shown, value));
  return ['curl -i --path-as-is', ...others, ...keys, quoted(server.origin.origin + hide(target))].join(' ');
}

/** `curl` sends a header without a value only where a semicolon ends its name. */
function headerFlag(name: string, shown: string, value = shown): string {
  return value.trim() === '' ? `-H '${name};'` : `-H ${quoted(`${name}: ${shown}`)}`;
}

/** In double quotes where a variable stands in it, so that a shell puts in the key. */
function quoted(text: string): string {
  if (text.includes('$GIFTOIN_API_KEY')) return `"${text.replaceAll(/["\\`]|\$(?!GIFTOIN_API_KEY)/g, '\\$&')}"`;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
