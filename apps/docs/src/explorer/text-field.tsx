import { Component } from 'preact';
import { Field } from './field.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly examples?: readonly string[] | undefined;
  readonly hint?: string | undefined;
  readonly onCommit: (value: string) => void;
}

interface TextFieldState {
  /** What the user types. Undefined if the field shows the value. */
  readonly draft?: string | undefined;
}

/** A labelled text, with values to choose from. Reports a change when the user leaves the field or presses Enter. */
export class TextField extends Component<TextFieldProps, TextFieldState> {
  // Preact writes the value into the input at every update, for example when a response arrives: without a draft, it would
  // replace what the user types.
  override render({ label, value, examples = [], hint, onCommit }: TextFieldProps, { draft = value }: TextFieldState) {
    return (
      <Field label={label} hint={hint}>
        {(attributes) => (
          <>
            <input
              {...attributes}
              type="text"
              value={draft}
              spellcheck={false}
              autocapitalize="none"
              autocomplete="off"
              list={`${attributes.id}-examples`}
              onInput={({ currentTarget }) => this.setState({ draft: currentTarget.value })}
              onChange={({ currentTarget }) => {
                this.setState({ draft: undefined });
                onCommit(currentTarget.value.trim());
              }}
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
}
