import type { ErrorEntry } from './error-entry.ts';

/** Formats the start page of the error catalogue as Markdown. */
export function formatIndex(entries: readonly ErrorEntry[]): string {
  const documented = entries.filter((entry) => entry.documented);
  const example = documented.flatMap(({ examples }) => examples)[0]?.value;
  return `Each error has a page with its cause, what to do, and a command that provokes it. Every error of [the client](https://github.com/giftoin/contract/tree/main/packages/client#errors) has the address of its page in \`error.docs\`.

## Errors of the API

Every error response has a JSON body in this format. Decide by the status code and by \`errorCode\`. \`errorMessage\` is for people, and its wording can change.

\`\`\`json
${JSON.stringify(example, null, 2)}
\`\`\`

${documented.map(formatLine).join('\n')}

The server checks the API key first, then what the key is allowed to do, then the parameters, and then whether the program exists. [Errors and retries](/guides/errors-and-retries/) explains how to handle errors in a program.

## Errors of the client

The client also throws errors that are not responses of the API. Their \`kind\` is the name in the list.

${entries
  .filter((entry) => !entry.documented)
  .map(formatLine)
  .join('\n')}
`;
}

function formatLine({ slug, title, kind, status, documented }: ErrorEntry): string {
  const isErrorCode = documented && slug !== status;
  const name = documented ? slug : kind;
  return `${isErrorCode ? '  ' : ''}- \`${name}\` [${title}](/errors/${slug}/)`;
}
