import { none } from 'stream-chain/core';
import type { Token } from 'stream-json/parser.js';

/** An entry of a HAR file. What is too large in it is omitted. */
export interface HarEntry {
  readonly value: unknown;
  /** Whether a text, or a part of the entry, was omitted because the entry is too large. */
  readonly isCut: boolean;
}

type Container = unknown[] | Record<string, unknown>;

/** What a value counts beside its text. */
const valueSize = 8;

/**
 * Creates a function that assembles the items of an array from its tokens. It keeps at most about `maximum` characters of
 * an item: a text that does not fit is `null`, and what follows an item that is full is omitted.
 */
export function createEntryAssembler(maximum: number): (token: Token) => HarEntry | typeof none {
  let isOpen = false;
  const stack: Container[] = [];
  const keys: string[] = [];
  let item: unknown;
  let hasItem = false;
  let size = 0;
  let isCut = false;
  /** The depth of containers that are open but not kept. */
  let omitted = 0;
  let text: string[] = [];
  let textSize = 0;

  /** Returns whether the value was kept. */
  const add = (value: unknown, valueLength: number): boolean => {
    if (omitted > 0) return false;
    size += valueSize + valueLength;
    const parent = stack.at(-1);
    if (parent === undefined) {
      item = value;
      hasItem = true;
    } else if (size > maximum) isCut = true;
    else if (Array.isArray(parent)) parent.push(value);
    else parent[keys.at(-1) ?? ''] = value;
    return parent === undefined || size <= maximum;
  };
  const open = (container: Container) => {
    if (!add(container, 0)) {
      omitted += 1;
      return;
    }
    stack.push(container);
    keys.push('');
  };
  const close = () => {
    if (omitted > 0) {
      omitted -= 1;
      return;
    }
    stack.pop();
    keys.pop();
  };
  const finish = (): HarEntry => {
    const entry = { value: item, isCut };
    size = 0;
    isCut = false;
    hasItem = false;
    return entry;
  };
  const read = (token: Token): void => {
    switch (token.name) {
      case 'startArray':
        open([]);
        return;
      case 'startObject':
        open(Object.create(null) as Record<string, unknown>);
        return;
      case 'endArray':
      case 'endObject':
        close();
        return;
      case 'keyValue':
        size += token.value.length;
        if (omitted === 0) keys[keys.length - 1] = token.value;
        return;
      case 'startString':
        text = [];
        textSize = 0;
        return;
      case 'stringChunk':
        textSize += token.value.length;
        if (size + textSize <= maximum) text.push(token.value);
        else text = [];
        return;
      case 'endString': {
        const fits = size + textSize <= maximum;
        if (!fits) isCut = true;
        add(fits ? text.join('') : null, fits ? textSize : 0);
        return;
      }
      case 'numberValue':
        add(Number(token.value), 0);
        return;
      case 'trueValue':
      case 'falseValue':
      case 'nullValue':
        add(token.value, 0);
    }
  };

  return (token: Token): HarEntry | typeof none => {
    const isOutside = stack.length === 0 && omitted === 0;
    // The array itself.
    if (isOutside && (!isOpen || token.name === 'endArray')) {
      isOpen = true;
      return none;
    }
    read(token);
    return hasItem && stack.length === 0 && omitted === 0 ? finish() : none;
  };
}
