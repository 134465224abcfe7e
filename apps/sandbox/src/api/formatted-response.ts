import { computeProgress, emptyProgramInventory, isVisible, type ProgramInventory } from '@giftoin/simulator/sandbox';
import type { Program } from '@giftoin/types/sandbox-control';

/**
 * The bytes of a response at one moment. Until something other than the time changes, the bytes of a later moment differ
 * only in the digits of `timeLeft`, which are overwritten.
 */
export interface FormattedResponse {
  /** The response is valid from this time, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly from: number;
  /** The response is valid before this time, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly until: number;
  /** The time that `bytes` are valid for. */
  now: number;
  /** Not changed while they are being sent. */
  bytes: Buffer;
  /** Bytes of earlier times, to be overwritten. */
  readonly spares: Buffer[];
  /** Where the digits of `timeLeft` are, and the time when it becomes 0. */
  readonly slots: readonly { readonly offset: number; readonly digits: number; readonly end: number }[];
}

/** Formats the list of all visible programs. */
export function formatList(
  programs: readonly Program[],
  inventories: ReadonlyMap<string, ProgramInventory>,
  now: number,
): FormattedResponse {
  const visible = programs.filter((program) => isVisible(program, now));
  return format(visible, programs, inventories, now, ['[', ']']);
}

/** Formats one program. Returns undefined if it is not visible. */
export function formatOne(
  program: Program,
  inventory: ProgramInventory = emptyProgramInventory,
  now: number,
): FormattedResponse | undefined {
  if (!isVisible(program, now)) return undefined;
  return format([program], [program], new Map([[program.id, inventory]]), now, ['', '']);
}

/** How many buffers a response keeps to overwrite. More are needed if it is sent to many clients in different milliseconds. */
const maxSpares = 4;

/** How often bytes are being sent. */
const inUse = new WeakMap<Uint8Array, { count: number; readonly response: FormattedResponse }>();

/** The bytes at a time for which the response is valid. `releaseBytes` must be called after they were sent. */
export function readBytes(response: FormattedResponse, now: number): Buffer {
  if (response.now !== now && response.slots.length > 0) moveTo(response, now);
  const { bytes } = response;
  const use = inUse.get(bytes);
  if (use) use.count += 1;
  else inUse.set(bytes, { count: 1, response });
  return bytes;
}

/** Allows bytes to be overwritten, if no other client receives them. Without it, they are collected as garbage. */
export function releaseBytes(bytes: Uint8Array): void {
  const use = inUse.get(bytes);
  if (!use) return;
  use.count -= 1;
  const { count, response } = use;
  if (count === 0 && bytes !== response.bytes && response.spares.length < maxSpares) {
    response.spares.push(bytes as Buffer);
  }
}

function moveTo(response: FormattedResponse, now: number): void {
  // A large buffer for every millisecond would fill the memory with garbage.
  const isFree = (inUse.get(response.bytes)?.count ?? 0) === 0;
  const bytes = isFree ? response.bytes : (response.spares.pop() ?? Buffer.from(response.bytes));
  for (const { offset, digits, end } of response.slots) {
    let rest = end - now;
    for (let position = offset + digits - 1; position >= offset; position -= 1) {
      bytes[position] = zero + (rest % 10);
      rest = Math.floor(rest / 10);
    }
  }
  response.now = now;
  response.bytes = bytes;
}

const zero = '0'.charCodeAt(0);
const property = '"timeLeft":';

function format(
  visible: readonly Program[],
  all: readonly Program[],
  inventories: ReadonlyMap<string, ProgramInventory>,
  now: number,
  [open, close]: readonly [string, string],
): FormattedResponse {
  const texts = visible.map((program) =>
    JSON.stringify(computeProgress(program, inventories.get(program.id) ?? emptyProgramInventory, now)),
  );
  const bytes = Buffer.from(`${open}${texts.join(',')}${close}`);
  const slots = [];
  let until = Math.min(...all.flatMap(({ duration }) => listTurns(duration, now)), Number.POSITIVE_INFINITY);
  let position = 0;
  for (const { duration } of visible) {
    // Quotes in strings are escaped, so that only the property itself matches.
    position = bytes.indexOf(property, position) + property.length;
    const { end } = duration;
    if (!end || end.date <= now) continue;
    const digits = String(end.date - now).length;
    slots.push({ offset: position, digits, end: end.date });
    // The time when there is one digit less.
    if (digits > 1) until = Math.min(until, end.date - 10 ** (digits - 1) + 1);
  }
  return { from: now, until, now, bytes, spares: [], slots };
}

/** The future times when the status or the visibility of a program can change. */
function listTurns({ start, end }: Program['duration'], now: number): number[] {
  return [start?.date, end?.date].filter((date): date is number => date !== undefined && date > now);
}
