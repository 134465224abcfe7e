import { quoteLuau } from './quote.ts';
import type { SampleCall } from './sample-call.ts';

export function formatLuau({ method, url, headers, apiKeyHeader, apiKey, body, hasResult }: SampleCall): string {
  const key = apiKey === undefined ? 'HttpService:GetSecret("giftoin_api_key")' : quoteLuau(apiKey);
  const all = Object.entries(headers).map(([name, value]) => `[${quoteLuau(name)}] = ${quoteLuau(value)}`);
  if (apiKeyHeader !== undefined) all.unshift(`[${quoteLuau(apiKeyHeader)}] = ${key}`);
  const table = all.length > 1 ? `{\n${all.map((line) => `\t\t${line},\n`).join('')}\t}` : `{ ${all.join('')} }`;
  const data = body === undefined ? '' : `\tBody = HttpService:JSONEncode(${formatLiteral(body, '\t')}),\n`;
  const result = hasResult ? '\nlocal result = HttpService:JSONDecode(response.Body)\nprint(result)' : '';
  return `local HttpService = game:GetService("HttpService")

local response = HttpService:RequestAsync({
	Url = ${quoteLuau(url)},
	Method = ${quoteLuau(method)},
	Headers = ${table},
${data}})
if not response.Success then
	error(\`The API returned {response.StatusCode}: {response.Body}\`)
end${result}`;
}

/** Formats a JSON value as a literal. A table cannot contain nil, so null is left out. */
function formatLiteral(value: unknown, indent: string): string {
  if (value === null) return 'nil';
  if (typeof value === 'string') return quoteLuau(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}\t`;
  const items = Array.isArray(value)
    ? value.map((item) => formatLiteral(item, inner))
    : Object.entries(value).map(([name, item]) => `[${quoteLuau(name)}] = ${formatLiteral(item, inner)}`);
  return items.length === 0 ? '{}' : `{\n${items.map((item) => `${inner}${item},\n`).join('')}${indent}}`;
}
