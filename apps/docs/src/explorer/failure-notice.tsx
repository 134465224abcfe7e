import { CopyButton } from './copy-button.tsx';
import type { Failure } from './exchange.ts';
import type { ExplorerProps } from './explorer-props.ts';
import { toFailureText } from './failure-text.ts';
import { formatDuration } from './format-time.ts';

interface FailureNoticeProps extends ExplorerProps {
  readonly failure: Failure;
  /** When the failure occurred, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly time?: number;
}

/** An error, with what to do. */
export function FailureNotice({ failure, time = 0, explorer }: FailureNoticeProps) {
  const { data, state, controller } = explorer;
  const { title, message, advice, command } = toFailureText(failure, location.origin);
  const { errorCode, retryAfter, page, cause } = failure;
  const useSimulator = () => {
    controller.changeSettings({ source: 'page' });
    controller.send();
  };
  const rest = Math.max(0, time + (retryAfter ?? 0) - state.view.now);
  return (
    <div class="failure">
      <p class="failure-title">{title}</p>
      <p>
        {message}
        {errorCode !== undefined && <span> Error code {errorCode}.</span>}
      </p>
      {advice && <p>{advice}</p>}
      {command && (
        <p class="command">
          <code>{command}</code> <CopyButton text={command} label="the command" explorer={explorer} />
        </p>
      )}
      {retryAfter !== undefined && (
        <p class="countdown">
          {rest > 0 ? `Wait ${formatDuration(rest)}, then send again.` : 'You can send again now.'}
        </p>
      )}
      <p class="failure-links">
        {page && <a href={`${data.site}errors/${page}`}>Cause and remedy</a>}
        {cause && cause !== 'cut' && (
          <button type="button" onClick={useSimulator}>
            Use the sandbox in this page
          </button>
        )}
      </p>
    </div>
  );
}
