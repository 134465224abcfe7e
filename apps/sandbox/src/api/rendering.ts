import type { Program } from '@giftoin/types/sandbox-control';
import { computeProgress, emptyProgramInventory, isVisible, type ProgramInventory } from '../world/progress.ts';

/**
 * The bytes of an answer, as they are at one moment. Until something but the time changes, they differ from those of a later
 * moment in the digits of `timeLeft` alone, which are put in their place.
 */
export interface Rendering {
  /** The moments, in milliseconds since 1970-01-01T00:00:00Z, from which and before which this holds. */
  readonly from: number;
  readonly until: number;
  /** The answer at `moment`. Bytes that were once answered are not changed, because they may still be on their way. */
  moment: number;
  bytes: Buffer;
  /** Where digits of `timeLeft` stand, and when that time is up. */
  readonly slots: readonly { readonly offset: number; readonly digits: number; readonly end: number }[];
}

/** The list of all visible programs. */
export function renderList(
  programs: readonly Program[],
  inventories: ReadonlyMap<string, ProgramInventory>,
  now: number,
): Rendering {
  const visible = programs.filter((program) => isVisible(program, now));
  return render(visible, programs, inventories, now, ['[', ']']);
}

/** One program; undefined where it is not visible. */
export function renderOne(
  program: Program,
  inventory: ProgramInventory = emptyProgramInventory,
  now: number,
): Rendering | undefined {
  if (!isVisible(program, now)) return undefined;
  return render([program], [program], new Map([[program.id, inventory]]), now, ['', '']);
}

/** The bytes at a moment for which the rendering holds. */
export function bytesAt(rendering: Rendering, now: number): Buffer {
  if (rendering.moment === now || rendering.slots.length === 0) return rendering.bytes;
  const bytes = Buffer.from(rendering.bytes);
  for (const { offset, digits, end } of rendering.slots) {
    let rest = end - now;
    for (let at = offset + digits - 1; at >= offset; at -= 1) {
      bytes[at] = zero + (rest % 10);
      rest = Math.floor(rest / 10);
    }
  }
  rendering.moment = now;
  rendering.bytes = bytes;
  return bytes;
}

const zero = '0'.charCodeAt(0);
const marker = '"timeLeft":';

function render(
  shown: readonly Program[],
  all: readonly Program[],
  inventories: ReadonlyMap<string, ProgramInventory>,
  now: number,
  [open, close]: readonly [string, string],
): Rendering {
  const texts = shown.map((program) =>
    JSON.stringify(computeProgress(program, inventories.get(program.id) ?? emptyProgramInventory, now)),
  );
  const bytes = Buffer.from(`${open}${texts.join(',')}${close}`);
  const slots = [];
  let until = Math.min(...all.flatMap(({ duration }) => turnsOf(duration, now)), Number.POSITIVE_INFINITY);
  let at = 0;
  for (const { duration } of shown) {
    // A quote in a string is escaped, so that this stands nowhere but at the property.
    at = bytes.indexOf(marker, at) + marker.length;
    const { end } = duration;
    if (!end || end.date <= now) continue;
    const digits = String(end.date - now).length;
    slots.push({ offset: at, digits, end: end.date });
    // The moment at which there is a digit less.
    if (digits > 1) until = Math.min(until, end.date - 10 ** (digits - 1) + 1);
  }
  return { from: now, until, moment: now, bytes, slots };
}

/** The moments still to come at which status or visibility may change. */
function turnsOf({ start, end }: Program['duration'], now: number): number[] {
  return [start?.date, end?.date].filter((date): date is number => date !== undefined && date > now);
}
