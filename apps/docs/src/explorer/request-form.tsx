import { apiKeyHeaders } from '@giftoin/types';
import type { ExplorerProps } from './explorer-props.ts';
import { KeyFields } from './key-fields.tsx';
import { SelectField } from './select-field.tsx';
import { SourceFields } from './source-fields.tsx';
import { TextField } from './text-field.tsx';

/** The request to send. Every change sends it. */
export function RequestForm({ explorer }: ExplorerProps) {
  const { data, state, controller } = explorer;
  const { settings, programs = [] } = state;
  const operation = data.operations.find(({ operationId }) => operationId === settings.operationId);
  const change = (changed: Parameters<typeof controller.changeSettings>[0]) => {
    controller.changeSettings(changed);
    controller.send();
  };
  const examplesOf = (name: string) =>
    name === 'programId' && programs.length > 0 ? programs.map(({ id }) => id) : data.examples[name];
  const submit = (event: Event) => {
    event.preventDefault();
    controller.send();
  };
  return (
    <form class="panel request" onSubmit={submit} aria-labelledby="request-heading">
      <h2 id="request-heading">Request</h2>
      <SourceFields explorer={explorer} onChange={change} />
      <SelectField
        label="Operation"
        value={settings.operationId}
        options={data.operations.map(({ operationId, summary }) => ({ value: operationId, label: summary }))}
        onChoose={(operationId) => change({ operationId })}
      />
      <div class="field-pair">
        {operation?.parameters.map((name) => (
          <TextField
            key={name}
            label={name}
            value={settings.parameters[name] ?? ''}
            examples={examplesOf(name)}
            onCommit={(value) => change({ parameters: { ...settings.parameters, [name]: value } })}
          />
        ))}
      </div>
      <div class="field-pair">
        <KeyFields explorer={explorer} onChange={change} />
        <SelectField
          label="Header of the key"
          value={settings.apiKeyHeader}
          options={apiKeyHeaders.map((name) => ({ value: name, label: name }))}
          hint={settings.apiKeyHeader.includes('_') ? 'Some proxies, for example nginx, drop this header.' : undefined}
          onChoose={(apiKeyHeader) => change({ apiKeyHeader })}
        />
      </div>
      <button type="submit" class="primary send">
        Send
      </button>
    </form>
  );
}
