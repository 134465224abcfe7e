import { Field } from './field.tsx';

interface SecretFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly onCommit: (value: string) => void;
}

/**
 * A labelled secret. Its value is only in the property of the input, never in an attribute, and no password manager stores it.
 */
export function SecretField({ label, hint, onCommit }: SecretFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(attributes) => (
        <input
          {...attributes}
          type="password"
          autocomplete="off"
          data-1p-ignore
          data-lpignore="true"
          onChange={({ currentTarget }) => onCommit(currentTarget.value)}
        />
      )}
    </Field>
  );
}
