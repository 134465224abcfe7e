import { listOperations, type OpenApiDocument } from '@giftoin/openapi';

/** The document's named examples, one to a line: of answers by operationId and name, of errors by name. */
export function examplesText(document: OpenApiDocument): string {
  const operations = listOperations(document);
  const errors = new Map<string, string>();
  const answers = operations.map(({ operationId, responses }) => {
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
  return `/** Answers, by operationId and the name of the example. */
export const responseExamples = {
${answers.join('')}} as const;
/** Errors with their status, by the name of the example. */
export const errorExamples = {
${errorLines.join('')}} as const;
`;
}
