import type { ContractReport } from '../model/contract-report.ts';

/** A message can quote a whole body. */
const maximumLength = 4_000;

// Control characters, line separators, those that change the direction of a text or are invisible, and lone surrogates.
const unsafeCharacters =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;
// GitHub reads `::error::` and `##[error]`, Azure Pipelines reads `##vso[…]`, and TeamCity reads `##teamcity[…]`.
const ciCommands = /:(?=:[a-z][a-z-]{4,40}[ :]|:echo::)|#(?=#(?:\[|[a-z]+\[))/gi;

/**
 * Makes a text that can quote a response safe to print: what a terminal or a CI service reads as a command is escaped as in
 * JSON, and the text is one line.
 */
export function toSafeText(text: string): string {
  const shown = text.length > maximumLength ? `${text.slice(0, maximumLength)}… (${text.length} characters)` : text;
  return shown.replaceAll(unsafeCharacters, escapeCharacter).replaceAll(ciCommands, escapeCharacter);
}

/** Makes all texts of a report safe. Every format is created from the result. */
export function toSafeReport(report: ContractReport): ContractReport {
  // The URL comes from the user.
  return { ...(toSafeValue(report) as ContractReport), url: report.url };
}

function toSafeValue(value: unknown): unknown {
  if (typeof value === 'string') return toSafeText(value);
  if (Array.isArray(value)) return value.map(toSafeValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [toSafeText(name), toSafeValue(item)]));
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeCharacter(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return shortEscapes[character] ?? units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
