import type { ExplorerProps } from './explorer-props.ts';

interface CopyButtonProps extends ExplorerProps {
  readonly text: string;
  /** What is copied. */
  readonly label: string;
}

/** Copies a text, and shows that it did. */
export function CopyButton({ text, label, explorer: { state, controller } }: CopyButtonProps) {
  const { copy } = state.view;
  const show = (isRefused: boolean) => controller.changeView({ copy: { text, isRefused } });
  return (
    <button
      type="button"
      class="copy"
      // A browser can forbid access to the clipboard, and has none for a page without HTTPS.
      onClick={async () => {
        try {
          await navigator.clipboard.writeText(text);
          show(false);
        } catch {
          show(true);
        }
      }}
    >
      <span aria-live="polite">{copy?.text !== text ? 'Copy' : copy.isRefused ? 'The browser refused' : 'Copied'}</span>
      <span class="sr-only"> {label}</span>
    </button>
  );
}
