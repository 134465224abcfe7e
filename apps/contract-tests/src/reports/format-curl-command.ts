import type { Redact } from '@giftoin/protocol';
import type { Exchange } from '../model/exchange.ts';
import { createHeaders, findBody, listHeaderKeys, type ServerUnderTest } from '../model/server-under-test.ts';

/** What a command that repeats a request is created from. */
export type ReportedRequestServer = Pick<
  ServerUnderTest,
  'origin' | 'key' | 'usualHeader' | 'requiredParameters' | 'bodies'
>;

/** Formats a request as a command that repeats it. Placeholders stand for the keys. */
export function formatCurlCommand(server: ReportedRequestServer, exchange: Exchange, redact: Redact): string {
  const { operation, request, target } = exchange;
  const method = operation.method === 'get' ? [] : [`-X ${operation.method.toUpperCase()}`];
  const headers = createHeaders(server, operation, request);
  const others = Object.entries(headers).map(([name, value]) => formatHeader(name, redact(value)));
  const body = findBody(server, operation, request);
  const data = body ? [`--data-binary ${quote(redact(body.text))}`] : [];
  const keys = listHeaderKeys(server, exchange).map(([name, { value, placeholder }]) =>
    formatHeader(name, placeholder, value),
  );
  return [
    'curl -i --path-as-is',
    ...method,
    ...others,
    ...keys,
    ...data,
    quote(server.origin.origin + redact(target)),
  ].join(' ');
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
