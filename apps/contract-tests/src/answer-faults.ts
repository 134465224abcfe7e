import { isObject, type JsonObject } from '@giftoin/openapi';
import {
  checkErrorBody,
  checkJsonResponse,
  checkList,
  checkProgress,
  type Finding as RuleFinding,
  type RuleId,
} from '@giftoin/rules';
import type { CollectionChallengeProgress, CollectionChallengeProgressList } from '@giftoin/types';
import { serverErrorCause } from './check.ts';
import { responseOf, schemaName } from './contract.ts';
import type { Answered, Fault } from './recorder.ts';
import { keysOf, type Server } from './server.ts';
import type { StatementId } from './statements.ts';
import type { Answer } from './transport/send.ts';

/** A program of an answer, whatever it is worth: the rules pass over what does not fit the schema. */
type Program = CollectionChallengeProgress;

export function formFaults(server: Server, answered: Answered): Fault[] {
  const { answer } = answered;
  const found = jsonFindings(server, answered).filter((finding) => !isOfKey(finding));
  const faults = found.map(({ sentence }) => faultOf('9-json', sentence, 'application/json, valid JSON in UTF-8'));
  if (answer.undecoded === undefined) return faults;
  return [faultOf('9-json', `The body cannot be read: ${answer.undecoded}.`, 'a body as its content encoding says')];
}

export function keyFaults(server: Server, answered: Answered): Fault[] {
  return jsonFindings(server, answered)
    .filter(isOfKey)
    .map(({ sentence }) => faultOf('9-json', sentence, 'an answer without the key'));
}

/** Form and key are told apart by their sentences; both are found in one reading of the bytes. */
function jsonFindings(server: Server, { answer, sent }: Answered): readonly RuleFinding[] {
  const read = jsonFindingsOf.get(answer);
  if (read) return read;
  // The known keys were sent before, whether or not with this request.
  const known = [server.key, ...server.keysFor.values()];
  const keys = [...known, ...keysOf(server, sent).map(([, key]) => key), ...(sent.otherKeys ?? [])];
  const found = checkJsonResponse(
    answer,
    keys.map(({ value }) => value),
  );
  jsonFindingsOf.set(answer, found);
  return found;
}

const jsonFindingsOf = new WeakMap<Answer, readonly RuleFinding[]>();

function isOfKey({ sentence }: RuleFinding): boolean {
  return sentence.includes('API key');
}

export function serverErrorFaults({ status }: Answer): Fault[] {
  if (status < 500) return [];
  return [
    {
      statement: '10-no-server-error',
      cause: serverErrorCause(status),
      sentence: `The status is ${status}, expected no 5xx.`,
      expected: 'an answer below 500, whatever is sent',
    },
  ];
}

export function successFaults({ status }: Answer): Fault[] {
  if (status === 200) return [];
  return [faultOf('success', `The status is ${status}, expected 200 or an error.`, '200')];
}

export function retryAfterFaults({ headers }: Answer): Fault[] {
  const value = headers['retry-after']?.join(', ');
  if (value !== undefined && /^\d+$/.test(value)) return [];
  const sentence = `Retry-After is ${value === undefined ? 'absent' : JSON.stringify(value)}, expected whole seconds.`;
  return [faultOf('retry-after', sentence, 'a Retry-After such as 30')];
}

/** Holds the body against the schema that the document has for its status. */
export function schemaFaults({ contract }: Server, { operation, answer }: Answered): Fault[] {
  const response = responseOf(operation, answer.status) ?? operation.responses.find(({ status }) => status >= 400);
  if (!response?.schema || answer.json === undefined) return [];
  const { schema } = response;
  const expected = `a body that fits ${schemaName(schema) ?? 'its schema'}`;
  return contract
    .check(schema, answer.json)
    .map(({ path, message }) =>
      faultOf('schemas', `The body does not fit its schema: ${path || 'the whole'} ${message}.`, expected),
    );
}

/** A time may be wrong by as much where no Date header says what it should be. */
const tenYears = 10 * 366 * 86_400_000;

export function errorFaults({ status, json, headers }: Answer): Fault[] {
  const date = headers.date?.[0];
  const found = checkErrorBody(status, json, date).map(({ sentence }) => faultOf('error', sentence, expectedError));
  const timestamp = isObject(json) && isObject(json.status) ? Number(json.status.timestamp) : Number.NaN;
  if (date !== undefined || !(Math.abs(timestamp - Date.now()) > tenYears)) return found;
  const sentence = `status.timestamp is ${timestamp}, expected the server's time in milliseconds.`;
  return [...found, faultOf('error', sentence, expectedError)];
}

const expectedError = "the server's time, the error code of the status, and a sentence for people";

export function ruleFaults({ answer }: Answered, rule: RuleId): Fault[] {
  return ruleFindings(answer)
    .filter((finding) => finding.rule === rule)
    .map(({ path, sentence }) => ({
      statement: rule,
      cause: `${rule}: ${path.replaceAll(/\[\d+\]\.?/g, '')}`,
      sentence: `${path.includes('[') ? `${path}: ` : ''}${sentence}`,
      expected: 'what the statement says',
    }));
}

function ruleFindings(answer: Answer): readonly RuleFinding[] {
  const known = ruleFindingsOf.get(answer);
  if (known) return known;
  const { json } = answer;
  const found = Array.isArray(json)
    ? checkList(json as CollectionChallengeProgressList)
    : checkProgress(json as Program);
  ruleFindingsOf.set(answer, found);
  return found;
}

const ruleFindingsOf = new WeakMap<Answer, readonly RuleFinding[]>();

/** The programs of an answer: those of the list, or the one. */
export function programsOf({ operation, answer }: Answered): readonly Program[] {
  const name = schemaName(responseOf(operation, 200)?.schema);
  if (name !== 'CollectionChallengeProgress' && name !== 'CollectionChallengeProgressList') return [];
  const items: readonly unknown[] = Array.isArray(answer.json) ? answer.json : [answer.json];
  // Of what is an object at least, each rule looks at no more than is there.
  return items.filter(isObject) as readonly JsonObject[] as readonly Program[];
}

export function askedFaults(server: Server, { operation, sent, answer }: Answered): Fault[] {
  return operation.parameters.flatMap(({ name, returnedAs }) => {
    if (returnedAs === undefined) return [];
    const segment = sent.segments?.[name];
    const asked = segment === undefined ? server.known.get(name) : decodedOnce(segment);
    const answered = isObject(answer.json) ? answer.json[returnedAs] : undefined;
    if (asked === undefined || asked === answered) return [];
    const sentence = `${returnedAs} is ${JSON.stringify(answered) ?? 'absent'}, expected ${JSON.stringify(asked)}.`;
    return [{ ...faultOf('asked', sentence, `${returnedAs} as asked`), cause: `asked: ${returnedAs}` }];
  });
}

function decodedOnce(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** One cause is told from another by its sentence, but for the numbers and the quoted values in it. */
export function faultOf(statement: StatementId, sentence: string, expected: string): Fault {
  const cause = `${statement}: ${sentence.replaceAll(/"(?:[^"\\]|\\.)*"/g, '"…"').replaceAll(/(?<![A-Za-z])\d+/g, '…')}`;
  return { statement, cause, sentence, expected };
}
