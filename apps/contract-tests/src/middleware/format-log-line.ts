import { createRedactor, type Redact } from '@giftoin/protocol';
import type { HeaderValues } from '../model/recorded-exchange.ts';
import {
  isCredentialName,
  listOtherCredentials,
  recordedKeyPlaceholder,
  redactQuery,
} from '../traffic/recorded-keys.ts';
import type { ObservedExchange } from './observed-exchange.ts';

/** Headers with an API key. Their value is replaced. Other headers with credentials are omitted. */
const keyName = /key/i;

/** Formats an exchange as a line of a log, without credentials. The command `traffic` reads it. */
export function formatLogLine(exchange: ObservedExchange, origin: string): string {
  const { method, target, requestHeaders, status, reason, headers, body } = exchange;
  const redact = createLineRedactor(requestHeaders, target);
  return JSON.stringify({
    time: new Date().toISOString(),
    request: {
      method,
      url: origin + redact(redactQuery(target)),
      headers: redactHeaders(requestHeaders, redact),
    },
    response: {
      status,
      ...(reason !== '' && { statusText: redact(reason) }),
      headers: redactHeaders(headers, redact),
      ...(body && formatBody(body, headers['content-encoding'] !== undefined, redact)),
    },
  });
}

function createLineRedactor(headers: HeaderValues, target: string): Redact {
  const keys = Object.entries(headers)
    .filter(([name]) => isKeyHeader(name))
    .flatMap(([, values = []]) => values.flatMap((value) => value.split(',')).map((value) => value.trim()))
    .filter((value) => value.length >= 8);
  return createRedactor({
    secrets: [
      ...keys.map((value) => ({ value, replacement: recordedKeyPlaceholder })),
      ...listOtherCredentials(headers, target)
        .filter((value) => !keys.includes(value))
        .map((value) => ({ value, replacement: '[redacted]' })),
    ],
  });
}

function isKeyHeader(name: string): boolean {
  return isCredentialName(name) && keyName.test(name);
}

function redactHeaders(headers: HeaderValues, redact: Redact): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, values = []] of Object.entries(headers)) {
    if (isCredentialName(name) && !keyName.test(name)) continue;
    const texts = values.map((value) => (isKeyHeader(name) && value !== '' ? recordedKeyPlaceholder : redact(value)));
    kept[name] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return kept;
}

/**
 * Bytes that are not UTF-8 are encoded. They are omitted if they contain a credential, or can contain one because they are
 * compressed.
 */
function formatBody(
  body: Uint8Array,
  isEncoded: boolean,
  redact: Redact,
): Readonly<Record<string, string>> | undefined {
  try {
    return { body: redact(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)) };
  } catch {
    if (isEncoded) return undefined;
    const binary = Array.from(body, (byte) => String.fromCharCode(byte)).join('');
    return redact(binary) === binary ? { bodyBase64: btoa(binary) } : undefined;
  }
}
