import { ClockControls } from './clock-controls.tsx';
import type { ExplorerProps } from './explorer-props.ts';
import { SelectField } from './select-field.tsx';
import { toUser } from './settings.ts';
import { otherFaults } from './url-state.ts';

/** The controls that change the whole sandbox. Those of a card or a collection are beside it. */
export function SandboxControls({ explorer }: ExplorerProps) {
  return (
    <section class="panel controls" aria-labelledby="controls-heading">
      <h2 id="controls-heading">Change the sandbox</h2>
      <ScenarioControls explorer={explorer} />
      <ClockControls explorer={explorer} />
      <FaultControls explorer={explorer} />
    </section>
  );
}

function ScenarioControls({ explorer: { data, state, controller } }: ExplorerProps) {
  const { scenario } = state.view;
  const apply = () => controller.change({ kind: 'scenario', scenario, ...toUser(state.settings) });
  return (
    <div class="control-group">
      <SelectField
        label="Scenario"
        value={scenario}
        options={data.scenarios.map(({ name }) => ({ value: name, label: name }))}
        hint={data.scenarios.find(({ name }) => name === scenario)?.description}
        onChoose={(name) => controller.changeView({ scenario: name })}
      />
      <div class="buttons">
        <button type="button" onClick={apply}>
          Apply
        </button>
        <button type="button" onClick={() => controller.reset()}>
          Reset<span class="sr-only"> the sandbox</span>
        </button>
      </div>
    </div>
  );
}

function FaultControls({ explorer: { data, state, controller } }: ExplorerProps) {
  const { fault } = state.view;
  const isPossible = data.keys.some(({ name }) => name === state.settings.keyName);
  const others = Object.entries(otherFaults).map(([value, { label }]) => ({ value, label }));
  const statuses = data.faultStatuses.map((status) => ({ value: String(status), label: `Error ${status}` }));
  return (
    <div class="control-group">
      <SelectField
        label="Fail the next request"
        value={fault}
        options={[...statuses, ...others]}
        hint={isPossible ? undefined : 'Choose an API key of the sandbox. A fault applies to one of them.'}
        onChoose={(name) => controller.changeView({ fault: name })}
      />
      <div class="buttons">
        <button type="button" aria-disabled={!isPossible} onClick={() => isPossible && controller.fail(fault)}>
          Fail and send
        </button>
      </div>
    </div>
  );
}
