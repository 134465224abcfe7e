import type { Query } from '../database/engine.ts';

/** Users in the order of their keys: those after one key, up to another, or to the end if it is undefined. */
export interface UserRange {
  readonly after: string;
  readonly upTo: string | undefined;
}

/** About how many rows of a table are in one range. A single user can have more. */
const rowsPerRange = 500;

/**
 * Divides the rows of a workspace by user, so that no statement reads or writes all of them: that would hold SQLite's thread
 * for seconds.
 */
export async function* listUserRanges(
  query: Query,
  table: 'users' | 'card_quantities' | 'claims',
  workspace: string,
): AsyncGenerator<UserRange> {
  const statement = `select user_key from giftoin_sandbox.${table} where workspace = $1 and user_key > $2
    order by user_key limit 1 offset ${rowsPerRange - 1}`;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const [last] = await query(statement, workspace, after);
    const upTo: string | undefined = last && String(last.user_key);
    yield { after, upTo };
    after = upTo;
  }
}

/** The condition for a range, whose parameters are `$2` and, unless it is the last one, `$3`. */
export function toCondition({ upTo }: UserRange): string {
  return upTo === undefined ? 'user_key > $2' : 'user_key > $2 and user_key <= $3';
}

export function toValues({ after, upTo }: UserRange): string[] {
  return upTo === undefined ? [after] : [after, upTo];
}
