import { quotePython } from './quote.ts';
import type { SampleCall } from './sample-call.ts';

export function formatPython({ method, url, headers, apiKeyHeader, apiKey, body, hasResult }: SampleCall): string {
  const key = apiKey === undefined ? 'os.environ["GIFTOIN_API_KEY"]' : quotePython(apiKey);
  const lines = Object.entries(headers).map(([name, value]) => `${quotePython(name)}: ${quotePython(value)}`);
  if (apiKeyHeader !== undefined) lines.unshift(`${quotePython(apiKeyHeader)}: ${key}`);
  const { protocol, host, pathname, search } = new URL(url, 'https://api.example.com');
  const modules = [
    'http.client',
    ...(body !== undefined || hasResult ? ['json'] : []),
    ...(apiKeyHeader !== undefined && apiKey === undefined ? ['os'] : []),
  ];
  const dictionary =
    lines.length > 1 ? `{\n${lines.map((line) => `        ${line},\n`).join('')}    }` : `{${lines.join('')}}`;
  const data = body === undefined ? '' : `    body=json.dumps(${formatLiteral(body, '    ')}),\n`;
  // Unlike `urllib`, this module does not follow redirects, which would send the API key to another server.
  return `${modules.map((name) => `import ${name}\n`).join('')}
connection = http.client.${protocol === 'https:' ? 'HTTPSConnection' : 'HTTPConnection'}(${quotePython(host)}, timeout=10)
connection.request(
    ${quotePython(method)},
    ${quotePython(pathname + search)},
${data}    headers=${dictionary},
)
response = connection.getresponse()
text = response.read().decode()
if response.status >= 300:
    raise SystemExit(f"The API returned {response.status}: {text}")
${hasResult ? 'print(json.dumps(json.loads(text), indent=2))' : 'print(response.status)'}`;
}

/** Formats a JSON value as a literal. */
function formatLiteral(value: unknown, indent: string): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return quotePython(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}    `;
  const items = Array.isArray(value)
    ? value.map((item) => formatLiteral(item, inner))
    : Object.entries(value).map(([name, item]) => `${quotePython(name)}: ${formatLiteral(item, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return items.length === 0
    ? `${open}${close}`
    : `${open}\n${items.map((item) => `${inner}${item},\n`).join('')}${indent}${close}`;
}
