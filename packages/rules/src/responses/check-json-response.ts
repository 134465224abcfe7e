import { containsSecret, type Redact } from '@giftoin/protocol';
import { redactViolations } from '../redact-violations.ts';
import { createViolation, type RuleViolation } from '../rule-violation.ts';
import { checkContentType } from './check-content-type.ts';
import { listHeaders, type ResponseHeaders } from './list-headers.ts';

/** A response as it was received. */
export interface HttpResponse {
  readonly status: number;
  /** The reason phrase of the status line. Optional. */
  readonly reason?: string;
  readonly headers: ResponseHeaders;
  /** The bytes of the body, before they are decoded as text. */
  readonly body: Uint8Array;
}

/**
 * Checks requirement 9: a response is `application/json`, valid JSON in UTF-8 without a byte order mark, and does not
 * repeat an API key that was sent in its body, headers or status line.
 *
 * @param redact finds the API keys that were sent, see `createKeyRedactor`. Default: none are searched for.
 * @returns the violations, with the path of the whole response. No message contains an API key.
 */
export function checkJsonResponse(response: HttpResponse, redact: Redact = (text) => text): RuleViolation[] {
  const headers = listHeaders(response.headers);
  const contentTypes = headers.filter(([name]) => name === 'content-type').map(([, value]) => value);
  const text = decodeBody(response.body);
  return [
    ...redactViolations(checkContentType(contentTypes.length > 0 ? contentTypes.join(', ') : undefined), redact),
    ...checkBody(response.body, text),
    ...checkSecrecy(response.reason ?? '', headers, text, redact),
  ];
}

function checkBody({ length }: Uint8Array, { isValid, text }: DecodedBody): RuleViolation[] {
  if (!isValid) {
    return [createViolation('body-not-utf-8', '', { length }, `The body, ${length} bytes, is not valid UTF-8.`)];
  }
  const hasMark = text.startsWith(byteOrderMark);
  const json = hasMark ? text.slice(1) : text;
  const mark = 'The body starts with a byte order mark. Expected none.';
  const violations = hasMark ? [createViolation('byte-order-mark', '', {}, mark)] : [];
  if (isJson(json)) return violations;
  if (json === '') {
    return [...violations, createViolation('body-empty', '', {}, 'The body is empty. Expected JSON.')];
  }
  // Quotes one character only: the message of the parser quotes more of the body, which can contain a key.
  const start = json.slice(0, 1);
  const problem = isCutOff(json) ? 'is cut off: the end of the JSON is missing' : 'is not valid JSON';
  const message = `The body, ${length} bytes that start with ${JSON.stringify(start)}, ${problem}.`;
  return [...violations, createViolation('body-not-json', '', { length, start }, message)];
}

function checkSecrecy(
  reason: string,
  headers: readonly (readonly [string, string])[],
  { text }: DecodedBody,
  redact: Redact,
): RuleViolation[] {
  const violations: RuleViolation[] = [];
  if (containsSecret(text, redact)) {
    const message = 'The body repeats an API key that was sent. Expected none.';
    violations.push(createViolation('api-key-in-body', '', {}, message));
  }
  if (containsSecret(reason, redact)) {
    const message = 'The status line repeats an API key that was sent. Expected none.';
    violations.push(createViolation('api-key-in-status-line', '', {}, message));
  }
  for (const [name, value] of headers) {
    if (!containsSecret(value, redact)) continue;
    const header = redact(name);
    const message = `The header ${header} repeats an API key that was sent. Expected none.`;
    violations.push(createViolation('api-key-in-header', '', { header }, message));
  }
  return violations;
}

const byteOrderMark = '\uFEFF';

interface DecodedBody {
  readonly isValid: boolean;
  /** With the byte order mark. Bytes that are not valid are replaced. */
  readonly text: string;
}

function decodeBody(body: Uint8Array): DecodedBody {
  try {
    return { isValid: true, text: new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(body) };
  } catch {
    return { isValid: false, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(body) };
  }
}

/** Whether a text is the beginning of JSON: only what follows it is missing. */
function isCutOff(text: string): boolean {
  const open: string[] = [];
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (isInString) {
      if (character === '\\') index += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '[' || character === '{') open.push(character === '[' ? ']' : '}');
    else if ((character === ']' || character === '}') && open.pop() !== character) return false;
  }
  if (open.length === 0) return false;
  const end = open.reverse().join('');
  // What is cut off can be the end of a string, the value of a property, or a property.
  const completions = isInString ? [`"${end}`, `":0${end}`] : [end, `0${end}`, `:0${end}`, `"":0${end}`];
  return completions.some((completion) => isJson(text + completion));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
