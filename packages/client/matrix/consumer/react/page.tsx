import { createRoot } from 'react-dom/client';
import { createPrograms } from './programs.tsx';

/** Renders the sample, and returns its text when it has finished loading. */
async function render(options: Parameters<typeof createPrograms>[0]): Promise<string | null> {
  const element = document.body.appendChild(document.createElement('div'));
  createRoot(element).render(createPrograms(options));
  const isDone = () => element.textContent !== '' && element.textContent !== 'Loading';
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => isDone() && resolve());
    observer.observe(element, { childList: true, subtree: true, characterData: true });
  });
  return element.textContent;
}

Object.assign(globalThis, { render });
