import { listOperations, type OpenApiDocument } from '@giftoin/openapi';

/** Creates the constants with the named examples of the document, one example per line. */
export function createExamples(document: OpenApiDocument): string {
  const errors = new Map<string, string>();
  const operations = listOperations(document).map(({ operationId, responses }) => {
    const lines: string[] = [];
    for (const { status, examples } of responses) {
      for (const [name, value] of examples) {
        if (status === 200) lines.push(`    ${name}: ${JSON.stringify(value)},\n`);
        else errors.set(name, JSON.stringify({ status, body: value }));
      }
    }
    return `  ${operationId}: {\n${lines.join('')}  },\n`;
  });
  const errorLines = [...errors].map(([name, text]) => `  ${name}: ${text},\n`);
  return `/** The bodies of successful responses, by operationId and the name of the example. */
export const responseExamples = {
${operations.join('')}} as const;
/** The status codes and bodies of errors, by the name of the example. */
export const errorExamples = {
${errorLines.join('')}} as const;
`;
}
