import type { ErrorEntry } from './error-entry.ts';

const sources: Readonly<Record<string, string>> = {
  docs: 'The provider’s reference does not list this error. Another page of the provider describes it.',
  ours: 'The authors of the OpenAPI document decided on this error. The provider has not promised it.',
};

/** Formats the page of an error as Markdown. */
export function formatEntry(entry: ErrorEntry, entries: readonly ErrorEntry[]): string {
  const source = entry.documented?.source;
  const parts = [
    formatFacts(entry),
    entry.cause === undefined ? '' : entry.lead,
    entry.parts.length > 0 ? formatParts(entry, entries) : '',
    `## Cause\n\n${entry.cause ?? entry.lead ?? 'The document does not say.'}`,
    source === undefined ? '' : `*${sources[source] ?? `Source: ${source}.`}*`,
    `## What to do\n\n${entry.remedy}`,
    formatProvocation(entry),
    formatClient(entry),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function formatFacts({ status, kind, retry, documented, examples }: ErrorEntry): string {
  const codes = [...new Set(examples.flatMap(({ errorCode }) => errorCode ?? []))];
  const links = documented?.operationIds.map((id) => `[${id}](/operations/${id}/#status-${documented.status})`) ?? [];
  return [
    `- **HTTP status**: ${formatStatus(status)}`,
    codes.length > 0 ? `- **Error code**: ${codes.map((code) => `\`${code}\``).join(', ')}` : '',
    `- **Kind in the client**: \`${kind}\``,
    `- **Retried by the client**: ${retry.toLowerCase()}`,
    links.length > 0 ? `- **Operations**: ${links.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join('\n');
}

function formatStatus(status: string | undefined): string {
  if (status === undefined) return 'none, because no response was received';
  return /^\d+$/.test(status) ? `\`${status}\`` : status;
}

function formatParts({ parts }: ErrorEntry, entries: readonly ErrorEntry[]): string {
  const found = entries.filter(({ slug }) => parts.includes(slug));
  const links = found.map(({ slug, title }) => `- [${slug}: ${title}](/errors/${slug}/)`);
  return ['Each error code has a page of its own:', '', ...links].join('\n');
}

function formatProvocation({ sandboxCommands, mockCommands, program, examples }: ErrorEntry): string {
  const parts = ['## Provoke it'];
  if (sandboxCommands.length > 0) {
    parts.push('Start [a sandbox](/guides/mock-and-sandbox/) with `npx -y pnpm@12 sandbox`. In another terminal, run:');
    parts.push(fence('sh', sandboxCommands.join('\n')));
  }
  if (mockCommands.length > 0) {
    parts.push('The mock returns it. Start it with `npx -y pnpm@12 mock`, and run:');
    parts.push(fence('sh', mockCommands.join('\n')));
  }
  if (program !== undefined) {
    parts.push(sandboxCommands.length > 0 ? 'Then this program throws it:' : 'This program throws it:');
    parts.push(fence('ts', program.trim()));
  }
  if (examples.length > 0) parts.push('The response body of the mock. A server can send another message:');
  for (const { value } of examples) parts.push(fence('json', JSON.stringify(value, null, 2)));
  return parts.join('\n\n');
}

function formatClient({ kind, className, documented, examples }: ErrorEntry): string {
  const code =
    examples.length === 1 && documented?.status !== examples[0]?.errorCode ? examples[0]?.errorCode : undefined;
  const condition = code === undefined ? '' : ` && error.errorCode === ${code}`;
  return `## In the client

[The client](https://github.com/giftoin/contract/tree/main/packages/client#errors) throws \`${className}\`. Its \`docs\` is the address of this page.

${fence(
  'ts',
  `import { isGiftoinError } from '@giftoin/client';

if (isGiftoinError(error) && error.kind === '${kind}'${condition}) {
  console.error(error.message, error.docs);
}`,
)}`;
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
