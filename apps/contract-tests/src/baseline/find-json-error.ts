const token =
  /[\t\n\r ]*([{}[\],:]|"(?:[^"\\\t\n\r]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/** What can follow a token, by the token that precedes it and what it is in. */
type State = 'value' | 'first item' | 'first name' | 'name' | 'colon' | 'after';

/**
 * Finds the place of the first error in a text that is not valid JSON, as `line 3, column 5`. The message of `JSON.parse` has
 * it only for some errors.
 */
export function findJsonError(text: string): string {
  const open: string[] = [];
  let state: State = 'value';
  token.lastIndex = 0;
  for (;;) {
    const start = token.lastIndex;
    const [whole, found = ''] = token.exec(text) ?? [];
    const next: State | undefined = whole === undefined ? undefined : follow(state, found, open);
    if (next === undefined) return formatPlace(text, start + (/^[\t\n\r ]*/.exec(text.slice(start))?.[0].length ?? 0));
    state = next;
  }
}

function follow(state: State, found: string, open: string[]): State | undefined {
  const closed = open.at(-1) === '{' ? '}' : ']';
  const canClose = state === 'first item' || state === 'first name' || (state === 'after' && open.length > 0);
  if (canClose && found === closed) {
    open.pop();
    return 'after';
  }
  if (state === 'after') return found === ',' && open.length > 0 ? (open.at(-1) === '{' ? 'name' : 'value') : undefined;
  if (state === 'colon') return found === ':' ? 'value' : undefined;
  if (state === 'name' || state === 'first name') return found.startsWith('"') ? 'colon' : undefined;
  if (found === '{' || found === '[') {
    open.push(found);
    return found === '{' ? 'first name' : 'first item';
  }
  return /^[\]},:]/.test(found) ? undefined : 'after';
}

function formatPlace(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
