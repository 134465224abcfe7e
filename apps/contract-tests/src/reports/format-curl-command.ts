import type { Redact } from '@giftoin/protocol';
import type { Exchange } from '../model/exchange.ts';
import { createHeaders, findBody, listHeaderKeys, type ServerUnderTest } from '../model/server-under-test.ts';
import { formatServerUrl } from '../model/server-url.ts';

/** What a command that repeats a request is created from. */
export type ReportedRequestServer = Pick<
  ServerUnderTest,
  'address' | 'extraHeaders' | 'isInsecure' | 'key' | 'usualHeader' | 'requiredParameters' | 'bodies'
>;

/** Formats a request as a command that repeats it. Placeholders stand for the keys. */
export function formatCurlCommand(server: ReportedRequestServer, exchange: Exchange, redact: Redact): string {
  const { operation, request, target } = exchange;
  const method = operation.method === 'get' ? [] : [`-X ${operation.method.toUpperCase()}`];
  const headers = createHeaders(server, operation, request);
  const extraNames = server.extraHeaders.map(({ name }) => name);
  const extra = server.extraHeaders.map(({ name, placeholder }) => `-H ${quote(`${name}: ${placeholder}`)}`);
  const others = Object.entries(headers)
    .filter(([name]) => !extraNames.includes(name.toLowerCase()))
    .map(([name, value]) => formatHeader(name, redact(value)));
  const body = findBody(server, operation, request);
  const data = body ? [`--data-binary ${quote(redact(body.text))}`] : [];
  const keys = listHeaderKeys(server, exchange).map(([name, { value, placeholder }]) =>
    formatHeader(name, placeholder, value),
  );
  return [
    `curl -i --path-as-is${server.isInsecure ? ' -k' : ''}`,
    ...method,
    ...extra,
    ...others,
    ...keys,
    ...data,
    quote((exchange.origin ?? formatServerUrl(server.address)) + redact(target)),
  ].join(' ');
}

/** `curl` sends a header without a value only if a semicolon follows its name. */
function formatHeader(name: string, shown: string, value = shown): string {
  return value.trim() === '' ? `-H '${name};'` : `-H ${quote(`${name}: ${shown}`)}`;
}

/** Uses double quotes if the text has a variable, so that a shell inserts the secret. */
function quote(text: string): string {
  if (/\$GIFTOIN_(API_KEY|HEADER)/.test(text)) {
    return `"${text.replaceAll(/["\\`]|\$(?!GIFTOIN_(API_KEY|HEADER))/g, '\\$&')}"`;
  }
  return `'${text.replaceAll("'", "'\\''")}'`;
}
