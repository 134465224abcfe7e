import type { CheckedExchange } from '../traffic/traffic-checker.ts';
import { formatLogLine } from './format-log-line.ts';
import type { ObservedExchange } from './observed-exchange.ts';
import type { TrafficMonitorOptions } from './traffic-monitor-options.ts';

interface ProcessorCounts {
  checked: number;
  tooLarge: number;
  violating: number;
}

/** Checks and logs exchanges, one at a time. */
export interface ExchangeProcessor {
  /** Loads what the checks need. */
  prepare(): Promise<void>;
  process(exchange: ObservedExchange): Promise<void>;
}

/** What the checks need. It is not loaded if nothing is checked. */
type Checker = Awaited<ReturnType<typeof import('./load-checker.ts')['loadChecker']>>;

export function createExchangeProcessor(
  options: TrafficMonitorOptions,
  counts: ProcessorCounts,
  fail: (error: unknown) => void,
): ExchangeProcessor {
  const { check = true, log, logged = check ? 'findings' : 'sampled', onFinding, origin } = options;
  let loading: Promise<Checker> | undefined;

  function checkExchange(exchange: ObservedExchange, checker: Checker): CheckedExchange | undefined {
    const checked = checker.check(exchange);
    if (!checked) return undefined;
    counts.checked += 1;
    if (exchange.body === undefined) counts.tooLarge += 1;
    if (checked.violations > 0) counts.violating += 1;
    for (const finding of checker.toFindings(checked)) {
      try {
        onFinding?.(finding);
      } catch (error) {
        fail(error);
      }
    }
    return checked;
  }

  const load = () => {
    loading ??= import('./load-checker.ts').then(({ loadChecker }) => loadChecker(options));
    return loading;
  };

  return {
    async prepare() {
      if (check) await load();
    },
    async process(exchange) {
      if (!check) {
        log?.(formatLogLine(exchange, origin ?? ''));
        return;
      }
      const checker = await load();
      const decoded = checker.decode(exchange);
      const checked = checkExchange(decoded, checker);
      if (!log || !checked) return;
      if (logged === 'sampled' || checked.added.length > 0) log(formatLogLine(decoded, checker.origin));
    },
  };
}
