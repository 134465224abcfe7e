import { CodeSamples } from './code-samples.tsx';
import type { ExplorerProps } from './explorer-props.ts';
import { RawResponse } from './raw-response.tsx';
import { RequestForm } from './request-form.tsx';
import { Result } from './result.tsx';
import { SandboxControls } from './sandbox-controls.tsx';

/** The whole page, in the order in which a screen reader reads it. */
export function Page({ explorer }: ExplorerProps) {
  return (
    <div class="explorer-grid">
      <RequestForm explorer={explorer} />
      <div class="outcome">
        <Result explorer={explorer} />
        <SandboxControls explorer={explorer} />
        <RawResponse explorer={explorer} />
        <CodeSamples explorer={explorer} />
      </div>
    </div>
  );
}
