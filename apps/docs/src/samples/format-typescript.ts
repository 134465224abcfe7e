import { quoteJavaScript } from './quote.ts';
import type { SampleCall } from './sample-call.ts';

export function formatTypeScript({ operationId, input, apiKeyHeader, apiKey, baseUrl, hasResult }: SampleCall): string {
  const options = [
    apiKey === undefined ? 'apiKey: process.env.GIFTOIN_API_KEY' : `apiKey: ${quoteJavaScript(apiKey)}`,
    ...(apiKeyHeader === undefined || apiKeyHeader === 'x-gft-api-key'
      ? []
      : [`apiKeyHeader: ${quoteJavaScript(apiKeyHeader)}`]),
    ...(baseUrl === undefined ? [] : [`baseUrl: ${quoteJavaScript(baseUrl)}`]),
  ];
  const method = /^[A-Za-z_$][\w$]*$/.test(operationId) ? `.${operationId}` : `[${quoteJavaScript(operationId)}]`;
  const argument = Object.keys(input).length === 0 ? '' : formatLiteral(input, '');
  const call = `await giftoin${method}(${argument});`;
  return `import { createGiftoinClient } from '@giftoin/client';

const giftoin = createGiftoinClient({
${options.map((option) => `  ${option},\n`).join('')}});
${hasResult ? `const result = ${call}\nconsole.log(result);` : call}`;
}

/** Formats a JSON value as a literal. */
function formatLiteral(value: unknown, indent: string): string {
  if (typeof value === 'string') return quoteJavaScript(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => `${inner}${formatLiteral(item, inner)},\n`).join('')}${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([name, item]) => `${inner}${formatName(name)}: ${formatLiteral(item, inner)},\n`);
  return `{\n${lines.join('')}${indent}}`;
}

function formatName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoteJavaScript(name);
}
