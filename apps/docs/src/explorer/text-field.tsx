import { Field } from './field.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly examples?: readonly string[] | undefined;
  readonly hint?: string | undefined;
  readonly onCommit: (value: string) => void;
}

/** A labelled text, with values to choose from. Reports a change when the user leaves the field or presses Enter. */
export function TextField({ label, value, examples = [], hint, onCommit }: TextFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            type="text"
            value={value}
            spellcheck={false}
            autocapitalize="none"
            autocomplete="off"
            list={`${attributes.id}-examples`}
            onChange={({ currentTarget }) => onCommit(currentTarget.value.trim())}
          />
          <datalist id={`${attributes.id}-examples`}>
            {examples.map((example) => (
              <option key={example} value={example} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
