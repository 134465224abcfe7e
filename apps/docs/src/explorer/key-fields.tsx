import type { ExplorerProps } from './explorer-props.ts';
import { SecretField } from './secret-field.tsx';
import { SelectField } from './select-field.tsx';
import { otherKeys, type Settings } from './settings.ts';

interface KeyFieldsProps extends ExplorerProps {
  readonly onChange: (settings: Partial<Settings>) => void;
}

/** The API key: one of the sandbox by its name, none, or one that the user enters. */
export function KeyFields({ explorer: { data, state, controller }, onChange }: KeyFieldsProps) {
  const { keyName } = state.settings;
  const others = Object.entries(otherKeys).map(([name, description]) => ({ name, description }));
  const choices = [...data.keys, ...others];
  return (
    <>
      <SelectField
        label="API key"
        value={keyName}
        options={choices.map(({ name }) => ({ value: name, label: name }))}
        hint={choices.find(({ name }) => name === keyName)?.description}
        onChoose={(name) => onChange({ keyName: name })}
      />
      {keyName === 'custom' && (
        <SecretField
          label="Your API key"
          hint="It stays in the memory of this page, and is only sent to this machine."
          onCommit={(value) => {
            controller.setSecret('apiKey', value);
            controller.send();
          }}
        />
      )}
    </>
  );
}
