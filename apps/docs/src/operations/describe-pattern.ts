import { code } from './code.ts';

interface Part {
  readonly text: string;
  readonly isLiteral: boolean;
}

const token =
  /(?<set>\[(?:\\.|[^\]\\])+\]|\\d)(?<count>\{\d+(?:,\d*)?\}|[*+?])?|(?<literal>\\[^A-Za-z0-9]|[^\\[\](){}^$*+?.|])/gy;

/**
 * Describes a regular expression in words, for example "1 to 32 characters: a–z or 0–9". Returns undefined for one that is more
 * than literals and sets of characters in a row.
 */
export function describePattern(pattern: string): string | undefined {
  const isStart = pattern.startsWith('^');
  const isEnd = /(?<!\\)\$$/.test(pattern);
  const parts = parseParts(pattern.slice(isStart ? 1 : 0, isEnd ? -1 : undefined));
  if (parts === undefined || parts.length === 0) return undefined;
  const texts = parts.map(({ text }) => text).join(', then ');
  if (isStart && isEnd) return parts.length === 1 && !parts[0]?.isLiteral ? texts : `exactly ${texts}`;
  if (isStart) return `starts with ${texts}`;
  return isEnd ? `ends with ${texts}` : `contains ${texts}`;
}

function parseParts(pattern: string): Part[] | undefined {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: all, index, groups = {} } of pattern.matchAll(token)) {
    if (index !== end) return undefined;
    end = index + all.length;
    const { set, count, literal } = groups;
    if (set !== undefined) {
      const text = describeSet(set, count ?? '');
      if (text === undefined) return undefined;
      parts.push({ text, isLiteral: false });
      continue;
    }
    const last = parts.at(-1);
    const character = (literal ?? '').replace(/^\\/, '');
    if (last?.isLiteral)
      parts[parts.length - 1] = { text: code(last.text.replaceAll('`', '') + character), isLiteral: true };
    else parts.push({ text: code(character), isLiteral: true });
  }
  return end === pattern.length ? parts : undefined;
}

function describeSet(set: string, count: string): string | undefined {
  const characters = set === '\\d' ? '0-9' : set.slice(1, -1);
  if (characters.startsWith('^')) return undefined;
  const ranges = [...characters.matchAll(/(\\.|[^\\])-(\\.|[^\\])|\\?(.)/g)].map(([all, from, to, single]) => {
    if (from !== undefined && to !== undefined) return code(`${from}-${to}`);
    return /^\\[A-Za-z]/.test(all) ? undefined : code(single ?? '');
  });
  if (ranges.includes(undefined)) return undefined;
  const last = ranges.pop();
  const list = ranges.length > 0 ? `${ranges.join(', ')} or ${last}` : `${last}`;
  return `${describeCount(count)}: ${list}`;
}

function describeCount(count: string): string {
  if (count === '') return 'one character';
  if (count === '*') return 'any number of characters';
  if (count === '+') return 'one or more characters';
  if (count === '?') return 'at most one character';
  const [from = '', to] = count.slice(1, -1).split(',');
  if (to === undefined || from === to) return from === '1' ? 'one character' : `${from} characters`;
  return to === '' ? `${from} or more characters` : `${from} to ${to} characters`;
}
