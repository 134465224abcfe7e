import type { ComponentChildren } from 'preact';

interface ScrollAreaProps {
  readonly className: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A long text. The keyboard can scroll it. */
export function ScrollArea({ className, label, children }: ScrollAreaProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it, only a mouse can scroll
    <section class={`scroll ${className}`} tabIndex={0} aria-label={label}>
      <pre>{children}</pre>
    </section>
  );
}
