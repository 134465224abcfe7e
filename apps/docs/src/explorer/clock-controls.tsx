import type { ExplorerProps } from './explorer-props.ts';
import { formatOffset, formatTime } from './format-time.ts';

const hour = 3_600_000;
const moves = [
  ['−1 day', -24 * hour],
  ['+1 hour', hour],
  ['+1 day', 24 * hour],
] as const;

/** Moves the clock of the sandbox. */
export function ClockControls({ explorer: { state, controller } }: ExplorerProps) {
  const { clock, programs = [] } = state;
  const next = programs.map(({ timeLeft }) => timeLeft ?? 0).find((timeLeft) => timeLeft > 0);
  const moveBy = (by: number) => controller.change({ kind: 'clock', by });
  return (
    <fieldset class="control-group">
      <legend class="field-label">Clock</legend>
      <p class="clock">
        {clock ? (
          <>
            {formatTime(clock.now)} {formatOffset(clock.offset) && <strong>{formatOffset(clock.offset)}</strong>}
          </>
        ) : (
          'unknown'
        )}
      </p>
      <div class="buttons">
        {moves.map(([label, by]) => (
          <button key={label} type="button" onClick={() => moveBy(by)}>
            {label}
          </button>
        ))}
        <button
          type="button"
          aria-disabled={next === undefined}
          onClick={() => next !== undefined && moveBy(next + 1_000)}
        >
          Past the end
        </button>
        <button type="button" onClick={() => controller.change({ kind: 'follow' })}>
          System time
        </button>
      </div>
    </fieldset>
  );
}
