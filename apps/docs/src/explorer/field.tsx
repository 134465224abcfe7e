import type { ComponentChildren } from 'preact';

interface FieldProps {
  readonly label: string;
  /** Creates the control. Its attributes connect it to the label and the hint. */
  readonly children: (attributes: { readonly id: string; readonly 'aria-describedby': string }) => ComponentChildren;
  readonly hint?: string | undefined;
}

/** A labelled control. Its label is unique in the page. */
export function Field({ label, children, hint }: FieldProps) {
  const id = `field-${label.replace(/ /g, '-')}`;
  const hintId = `${id}-hint`;
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': hintId })}
      <span class="field-hint" id={hintId}>
        {hint}
      </span>
    </div>
  );
}
