import type { ExplorerProps } from './explorer-props.ts';
import { SecretField } from './secret-field.tsx';
import { parseLoopbackOrigin, type Settings } from './settings.ts';
import { TextField } from './text-field.tsx';

interface SourceFieldsProps extends ExplorerProps {
  readonly onChange: (settings: Partial<Settings>) => void;
}

const sources = [
  ['page', 'This page'],
  ['sandbox', 'Local sandbox'],
] as const;

/** Where the requests go. */
export function SourceFields({ explorer, onChange }: SourceFieldsProps) {
  const { source } = explorer.state.settings;
  return (
    <>
      <fieldset class="field source">
        <legend class="field-label">Send to</legend>
        <div class="segments">
          {sources.map(([value, label]) => (
            <label key={value}>
              <input
                type="radio"
                name="source"
                checked={source === value}
                onChange={() => onChange({ source: value })}
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
        <span class="field-hint">
          {source === 'page'
            ? 'A simulator with the behavior of the sandbox. No server, nothing to install.'
            : 'A sandbox that runs on this machine.'}
        </span>
      </fieldset>
      {source === 'sandbox' && <SandboxFields explorer={explorer} onChange={onChange} />}
    </>
  );
}

function SandboxFields({ explorer, onChange }: SourceFieldsProps) {
  const { state, controller } = explorer;
  const setToken = (value: string) => {
    controller.setSecret('token', value || 'sandbox-control');
    controller.send();
  };
  return (
    <>
      <OriginField explorer={explorer} label="API" name="url" onChange={onChange} />
      <OriginField explorer={explorer} label="Control API" name="controlUrl" onChange={onChange} />
      <SecretField
        key={state.settings.controlUrl}
        label="Token of the control API"
        hint="Default: the default token of the sandbox."
        onCommit={setToken}
      />
    </>
  );
}

interface OriginFieldProps extends SourceFieldsProps {
  readonly label: string;
  readonly name: 'url' | 'controlUrl';
}

function OriginField({ explorer: { state, controller }, label, name, onChange }: OriginFieldProps) {
  const value = state.settings[name];
  const { [name]: rejected, ...others } = state.view.rejected;
  const commit = (text: string) => {
    const origin = parseLoopbackOrigin(text);
    controller.changeView({ rejected: origin ? others : { ...others, [name]: text } });
    if (origin) onChange({ [name]: origin });
  };
  const hint = rejected && `"${rejected}" is not an address of this machine. Example: ${value}`;
  return <TextField label={label} value={rejected ?? value} hint={hint} onCommit={commit} />;
}
