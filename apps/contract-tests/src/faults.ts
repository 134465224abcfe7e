import type { JsonObject, Operation } from '@giftoin/openapi';
import { checkErrorBody, checkJsonAnswer, checkList, checkNoServerError, checkProgress } from '@giftoin/rules';
import type { Answer } from './ask.ts';
import { recommendedHeader, type Sent, type Server } from './server.ts';

/** The answer that is due to a request. */
export interface Due {
  readonly status: number;
  readonly errorCode?: number;
  readonly sent: Sent;
  /** How often to ask until the status comes, at most; once where not given. */
  readonly attempts?: number;
}

/** What is broken in an answer: its status, its form, its schema, and what must hold beyond the schema. */
export function faultsOf(server: Server, operation: Operation, answer: Answer, due: Due): string[] {
  const { keys, segments } = due.sent;
  const sentKeys = Object.values(keys ?? { [recommendedHeader]: server.target.key });
  const form = [...checkJsonAnswer(answer, sentKeys), ...(due.status < 500 ? checkNoServerError(answer.status) : [])];
  const faults = form.map(({ sentence }) => sentence);
  if (answer.status !== due.status) return [`The status is ${answer.status}, expected ${due.status}.`, ...faults];
  const response = operation.responses.find(({ status }) => status === due.status);
  const missing = (response?.requiredHeaders ?? []).filter((name) => answer.headers[name.toLowerCase()] === undefined);
  const wrong = response?.schema ? server.check(response.schema, answer.json) : [];
  return [
    ...faults,
    ...missing.map((name) => `The header ${name} is missing.`),
    ...wrong.map((sentence) => `The body does not fit its schema: ${sentence}.`),
    ...(wrong.length === 0 ? ruleFaults(response?.schema, answer) : []),
    ...errorCodeFaults(answer, due.errorCode),
    ...(due.status === 200 ? returnedFaults(operation, answer, { ...server.segmentsOf(operation), ...segments }) : []),
  ];
}

const rulesOf: Record<string, (answer: Answer) => readonly { readonly path: string; readonly sentence: string }[]> = {
  '#/components/schemas/CollectionChallengeProgress': ({ json }) => checkProgress(json as never),
  '#/components/schemas/CollectionChallengeProgressList': ({ json }) => checkList(json as never),
  '#/components/schemas/ErrorBody': ({ status, json, headers }) => checkErrorBody(status, json, headers.date as string),
};

function ruleFaults(schema: JsonObject | undefined, answer: Answer): string[] {
  return (rulesOf[String(schema?.$ref)]?.(answer) ?? []).map(({ path, sentence }) => `${path} ${sentence}`.trim());
}

function errorCodeFaults({ json }: Answer, due: number | undefined): string[] {
  const code: unknown = (json as { status?: { errorCode?: unknown } } | undefined)?.status?.errorCode;
  return due === undefined || code === due ? [] : [`status.errorCode is ${JSON.stringify(code)}, expected ${due}.`];
}

/** Where an answer does not repeat the parameter that it was asked by. */
function returnedFaults({ parameters }: Operation, { json }: Answer, segments: Record<string, string>): string[] {
  return parameters.flatMap(({ name, returnedAs }) => {
    if (returnedAs === undefined) return [];
    const [asked, answered] = [
      decodeURIComponent(segments[name] ?? ''),
      (json as JsonObject | undefined)?.[returnedAs],
    ];
    return asked === answered
      ? []
      : [`${returnedAs} is ${JSON.stringify(answered)}, expected ${JSON.stringify(asked)}.`];
  });
}
