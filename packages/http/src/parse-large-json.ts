import { describeSyntaxError, type JsonResult, maxDepth, parseJson } from './parse-json.ts';
import { runInTurns } from './run-in-turns.ts';

/** The size of the texts that `JSON.parse` parses at once, in bytes. */
const defaultPartSize = 65_536;
/** How many properties one object can have. A larger one would hold the event loop wherever it is used. */
const maxProperties = 100_000;
/** How many items and properties a text can have. The memory of many more would take long to collect. */
const maxValues = 1_500_000;

/** Parses a JSON text like `parseJson`, without holding the event loop, however large the text is. */
export async function parseLargeJson(bytes: Uint8Array, partSize: number = defaultPartSize): Promise<JsonResult> {
  // A text that is one string or number cannot be split.
  if (bytes.length <= partSize || !isContainer(bytes)) return parseJson(bytes);
  try {
    return { value: await runInTurns(parseInParts(bytes, partSize)) };
  } catch (error) {
    if (error instanceof JsonProblem) return { problem: error.message };
    throw error;
  }
}

/** The end of a sentence that says what is wrong with a JSON text. */
class JsonProblem extends Error {}

/** An object or an array whose end has not been read. */
interface Container {
  readonly isArray: boolean;
  /** Where its content starts. */
  readonly start: number;
  /** Its items so far, if it is parsed in parts: if it is the whole text, or has turned out to be large. */
  value: unknown[] | Record<string, unknown> | undefined;
  size: number;
  /** Where the content starts that is not in the value yet. */
  rest: number;
  /** Where the last comma between its items is. */
  comma: number;
  /** What the rest follows: the start, a comma, or an item that was parsed in parts. */
  follows: 'start' | 'comma' | 'item';
}

/**
 * Reads the text once. A container that turns out to be larger than a part gets a value, to which its items are added: small
 * items many at a time, with `JSON.parse`; a large one when its end is read.
 */
function* parseInParts(bytes: Uint8Array, partSize: number): Generator<undefined, unknown> {
  const stack: Container[] = [];
  /** How many containers at the bottom of the stack have a value. */
  let opened = 0;
  let inString = false;
  let root: Container | undefined;
  let next = partSize;
  let count = 0;

  /** Adds the items that are read completely, up to a position. */
  function add(container: Container, end: number, isLast: boolean): void {
    let text = decode(bytes.subarray(container.rest, end)).replace(/^[ \t\r\n]+/, '');
    const follows = container.follows;
    container.rest = end + 1;
    container.follows = 'comma';
    if (follows === 'item') {
      if (text === '') return;
      if (text[0] !== ',') throw createProblem();
      text = text.slice(1);
    } else if (text === '' && isLast && follows === 'start') return;
    // A comma without an item is an error of `JSON.parse` only if something is between the commas.
    if (/^[ \t\r\n]*$/.test(text)) throw createProblem();
    if (Array.isArray(container.value)) {
      for (const item of parse(`[${text}]`) as unknown[]) container.value.push(item);
    } else {
      for (const [name, item] of Object.entries(parse(`{${text}}`) as object)) setProperty(container, name, item);
    }
  }

  /** Gives values to the containers that are larger than a part. */
  function open(position: number): void {
    for (let top = stack[opened - 1]; top && position - top.rest > partSize; top = stack[opened - 1]) {
      if (top.comma >= top.rest) add(top, top.comma, false);
      const child = stack[opened];
      if (!child || position - top.rest <= partSize) return;
      child.value = child.isArray ? [] : {};
      opened += 1;
    }
  }

  /** Adds a container that was parsed in parts to the one that contains it. */
  function attach(parent: Container, child: Container, end: number): void {
    const label = decode(bytes.subarray(parent.rest, child.start - 1));
    if (parent.follows === 'item') throw createProblem();
    if (Array.isArray(parent.value)) {
      if (!/^[ \t\r\n]*$/.test(label)) throw createProblem();
      parent.value.push(child.value);
    } else {
      const [name = '', ...others] = Object.keys(parse(`{${label}[]}`) as object);
      if (others.length > 0) throw createProblem();
      setProperty(parent, name, child.value);
    }
    parent.rest = end + 1;
    parent.follows = 'item';
  }

  for (let index = hasByteOrderMark(bytes) ? 3 : 0; index < bytes.length; index += 1) {
    if (index >= next) {
      open(index);
      next = index + partSize / 4;
      yield;
    }
    const byte = bytes[index];
    if (inString) {
      if (byte === backslash) index += 1;
      else if (byte === quote) inString = false;
      continue;
    }
    if (byte === openBrace || byte === openBracket) {
      if (stack.length === maxDepth) throw new JsonProblem(`is nested deeper than ${maxDepth} levels`);
      if (stack.length === 0 && root) throw createProblem();
      const isArray = byte === openBracket;
      const start = index + 1;
      const container: Container = {
        isArray,
        start,
        value: undefined,
        size: 0,
        rest: start,
        comma: -1,
        follows: 'start',
      };
      if (!root) {
        root = container;
        container.value = isArray ? [] : {};
        opened = 1;
      }
      stack.push(container);
    } else if (byte === closeBrace || byte === closeBracket) {
      const closed = stack.pop();
      if (closed?.isArray !== (byte === closeBracket)) throw createProblem();
      if (closed.value === undefined) continue;
      add(closed, index, true);
      opened -= 1;
      const parent = stack.at(-1);
      if (parent) attach(parent, closed, index);
      yield;
    } else if (byte === comma) {
      const container = stack.at(-1);
      count += 1;
      if (count > maxValues) throw new JsonProblem(`has more than ${maxValues} items and properties`);
      if (container) container.comma = index;
      else throw createProblem();
    } else if (byte === quote) {
      inString = true;
      if (stack.length === 0) throw createProblem();
    } else if (stack.length === 0 && !isSpace(byte)) throw createProblem();
  }
  if (!root || stack.length > 0 || inString) throw new JsonProblem('is not valid JSON: Unexpected end of JSON input');
  return root.value;
}

function setProperty(container: Container, name: string, value: unknown): void {
  const object = container.value as Record<string, unknown>;
  if (!Object.hasOwn(object, name)) container.size += 1;
  if (container.size > maxProperties) throw new JsonProblem(`has an object with more than ${maxProperties} properties`);
  // An assignment to `__proto__` would not create a property.
  if (name === '__proto__') Object.defineProperty(object, name, { value, ...ordinary });
  else object[name] = value;
}

const ordinary = { writable: true, enumerable: true, configurable: true };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new JsonProblem(`is not valid JSON: ${describeSyntaxError(error as SyntaxError)}`);
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new JsonProblem('is not UTF-8');
  }
}

function createProblem(): JsonProblem {
  return new JsonProblem('is not valid JSON: Unexpected text');
}

function hasByteOrderMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

function isContainer(bytes: Uint8Array): boolean {
  const first = bytes.subarray(hasByteOrderMark(bytes) ? 3 : 0).find((byte) => !isSpace(byte));
  return first === openBrace || first === openBracket;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket, comma] = new TextEncoder().encode(
  '"\\{}[],',
);
