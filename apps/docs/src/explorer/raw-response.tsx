import { CopyButton } from './copy-button.tsx';
import type { ExplorerProps } from './explorer-props.ts';
import { ScrollArea } from './scroll-area.tsx';
import { splitJson } from './split-json.ts';

/** A longer body is cut in the page. The copy is complete. */
const maxLength = 20_000;

/** The response as it was received: status, headers and body. */
export function RawResponse({ explorer }: ExplorerProps) {
  const response = explorer.state.exchange?.response;
  const body = formatBody(response?.body ?? '');
  return (
    <section class="panel raw" aria-labelledby="raw-heading">
      <header>
        <h2 id="raw-heading">Response</h2>
        {response && <CopyButton text={body} label="the response body" explorer={explorer} />}
      </header>
      {response ? (
        <>
          <ScrollArea className="headers" label="Status and headers">
            <strong>
              {response.status} {response.statusText}
            </strong>
            {response.headers.map(([name, value]) => `\n${name}: ${value}`)}
          </ScrollArea>
          <ScrollArea className="body" label="Response body">
            {splitJson(body.slice(0, maxLength)).map(({ kind, text }) =>
              kind ? <span class={kind}>{text}</span> : text,
            )}
          </ScrollArea>
          {body.length > maxLength && <p class="field-hint">Cut after {maxLength} characters. The copy is complete.</p>}
        </>
      ) : (
        <p>No response was received.</p>
      )}
    </section>
  );
}

function formatBody(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Not JSON, or cut.
    return text;
  }
}
