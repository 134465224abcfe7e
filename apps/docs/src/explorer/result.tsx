import { announce } from './announce.ts';
import { Collection } from './collection.tsx';
import { toPrograms } from './exchange.ts';
import type { ExplorerProps } from './explorer-props.ts';
import { FailureNotice } from './failure-notice.tsx';

/** More collections than these are closed at first. */
const openCollections = 3;

/** What the last request returned, as collections. */
export function Result({ explorer }: ExplorerProps) {
  const { exchange, programs, controlFailure, isBusy } = explorer.state;
  const failure = exchange?.failure;
  return (
    <section class="result" aria-labelledby="result-heading" aria-busy={isBusy}>
      <h2 id="result-heading" class="sr-only">
        Result
      </h2>
      <p class="sr-only" aria-live="polite">
        {exchange && announce(exchange)}
      </p>
      <StatusLine explorer={explorer} />
      <Offer explorer={explorer} />
      {controlFailure && (
        <div class="control-failure">
          <p class="label">The sandbox was not changed</p>
          <FailureNotice failure={controlFailure} explorer={explorer} />
        </div>
      )}
      {failure && <FailureNotice failure={failure} time={exchange.time} explorer={explorer} />}
      {failure && programs && programs.length > 0 && <p class="stale">From the last successful response:</p>}
      {programs?.map((program, index) => (
        <Collection key={program.id} program={program} isInitiallyOpen={index < openCollections} explorer={explorer} />
      ))}
      {exchange && !failure && <Remark value={exchange.value} />}
    </section>
  );
}

function Remark({ value }: { readonly value: unknown }) {
  const programs = toPrograms(value);
  if (!programs) return <p class="empty">This response contains no collections. See it below.</p>;
  if (programs.length > 0) return null;
  return (
    <p class="empty">
      No collection is visible. Programs that have ended are hidden, unless they stay visible after their end: move the
      clock back, or apply a scenario.
    </p>
  );
}

function StatusLine({ explorer }: ExplorerProps) {
  const { exchange } = explorer.state;
  if (!exchange) return <p class="status-line">No request was sent yet.</p>;
  const { method, url, response, duration } = exchange;
  const { pathname } = new URL(url);
  return (
    <p class="status-line">
      <code>
        {method} {pathname}
      </code>
      <span class="status-code" data-class={response ? Math.floor(response.status / 100) : 0}>
        {response ? `${response.status} ${response.statusText}` : 'No response'}
      </span>
      <span class="duration">{Math.round(duration)} ms</span>
    </p>
  );
}

/** Offers to apply the situation of a link to a sandbox of the user. */
function Offer({ explorer: { state, controller } }: ExplorerProps) {
  const { offeredSteps, settings, fault } = state;
  if (offeredSteps.length === 0) return null;
  return (
    <div class="offer">
      <p>
        This link contains changes of a sandbox. They were not applied to <code>{settings.controlUrl}</code>.
      </p>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => controller.restore(offeredSteps, fault)}>
          Reset it and apply the changes
        </button>
        <button type="button" onClick={() => controller.closeOffer()}>
          Ignore
        </button>
      </div>
    </div>
  );
}
