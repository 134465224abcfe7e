import { quotePython } from './quote.ts';
import type { SampleCall } from './sample-call.ts';

export function formatPython({ method, url, headers, apiKeyHeader, apiKey, body, hasResult }: SampleCall): string {
  const key = apiKey === undefined ? 'os.environ["GIFTOIN_API_KEY"]' : quotePython(apiKey);
  const lines = Object.entries(headers).map(([name, value]) => `${quotePython(name)}: ${quotePython(value)}`);
  if (apiKeyHeader !== undefined) lines.unshift(`${quotePython(apiKeyHeader)}: ${key}`);
  const modules = [
    ...(body !== undefined || hasResult ? ['json'] : []),
    ...(apiKeyHeader !== undefined && apiKey === undefined ? ['os'] : []),
    'urllib.request',
  ];
  const dictionary =
    lines.length > 1 ? `{\n${lines.map((line) => `        ${line},\n`).join('')}    }` : `{${lines.join('')}}`;
  const data = body === undefined ? '' : `    data=json.dumps(${formatLiteral(body, '    ')}).encode(),\n`;
  const result = hasResult
    ? '    result = json.load(response)\nprint(json.dumps(result, indent=2))'
    : '    print(response.status)';
  return `${modules.map((name) => `import ${name}\n`).join('')}
request = urllib.request.Request(
    ${quotePython(url)},
${data}    headers=${dictionary},
    method=${quotePython(method)},
)
with urllib.request.urlopen(request, timeout=10) as response:
${result}`;
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
