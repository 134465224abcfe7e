import { RequestError } from '@giftoin/http/portable';
import type { Program, ProgramChange, ProgramDuration } from '@giftoin/types/sandbox-control';

/**
 * Returns a program with other dates and visibility.
 *
 * @throws {RequestError} 409 if the program has no start or no end whose visibility could change, or if it would end before it
 *   starts
 */
export function changeProgram(program: Program, change: ProgramChange): Program {
  const { start, end } = program.duration;
  const { start: startDate = start?.date ?? null, end: endDate = end?.date ?? null } = change;
  const duration: ProgramDuration = {
    start: startDate === null ? null : { date: startDate, showBefore: change.showBefore ?? start?.showBefore ?? true },
    end: endDate === null ? null : { date: endDate, showAfter: change.showAfter ?? end?.showAfter ?? true },
  };
  if (change.showBefore !== undefined && startDate === null) {
    throw new RequestError(409, `${program.id} has no start, so that showBefore has no effect. Set start too.`);
  }
  if (change.showAfter !== undefined && endDate === null) {
    throw new RequestError(409, `${program.id} has no end, so that showAfter has no effect. Set end too.`);
  }
  if (startDate !== null && endDate !== null && startDate > endDate) {
    throw new RequestError(409, `${program.id} would start (${startDate}) after its end (${endDate}).`);
  }
  return { ...program, duration };
}
