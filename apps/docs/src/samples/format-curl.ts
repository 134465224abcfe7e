import { quoteShell } from './quote.ts';
import type { SampleCall } from './sample-call.ts';

export function formatCurl({ method, url, headers, apiKeyHeader, apiKey, body }: SampleCall): string {
  const parts = [`curl -i${method === 'GET' ? '' : ` -X ${method}`}`];
  if (apiKeyHeader !== undefined) {
    // The shell expands the variable only in double quotes.
    const header =
      apiKey === undefined ? `"${apiKeyHeader}: $GIFTOIN_API_KEY"` : quoteShell(`${apiKeyHeader}: ${apiKey}`);
    parts[0] += ` -H ${header}`;
  }
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${quoteShell(`${name}: ${value}`)}`);
  if (body !== undefined) parts.push(`--data ${quoteShell(JSON.stringify(body))}`);
  return [...parts, quoteShell(url)].join(' \\\n  ');
}
