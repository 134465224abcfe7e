import { createExchangeProcessor } from './exchange-processor.ts';
import type { ObservedExchange } from './observed-exchange.ts';
import type { TrafficMonitorOptions } from './traffic-monitor-options.ts';

/** How many exchanges a monitor has seen, and what became of them. */
export interface TrafficMonitorCounts {
  readonly seen: number;
  readonly sampled: number;
  readonly checked: number;
  /** How many were dropped because the queue was full. */
  readonly dropped: number;
  /** How many have a body that was not checked, because it is too large. */
  readonly tooLarge: number;
  /** How many checked responses violate the contract. */
  readonly violating: number;
  readonly errors: number;
}

/** Checks a sample of the exchanges of a server, after the response was sent. */
export interface TrafficMonitor {
  readonly counts: TrafficMonitorCounts;
  readonly maximumBody: number;
  /** Decides whether the exchange of a request is checked. Never throws. */
  isSampled(method: string): boolean;
  /** Queues an exchange. Never throws. */
  add(exchange: ObservedExchange): void;
  /** Passes an error to `onError`. Never throws. */
  fail(error: unknown): void;
  /** Checks everything that is in the queue. Never rejects. */
  flush(): Promise<void>;
}

/** Checking takes at most this share of the time, so that requests do not wait for it. */
const maximumTimeShare = 0.1;

export function createTrafficMonitor(options: TrafficMonitorOptions = {}): TrafficMonitor {
  const { sampling = 0.1, random = Math.random, onError, maximumQueue = 100, maximumBody = 1_000_000 } = options;
  const counts = { seen: 0, sampled: 0, checked: 0, dropped: 0, tooLarge: 0, violating: 0, errors: 0 };
  const queue: ObservedExchange[] = [];
  const processor = createExchangeProcessor(options, counts, fail);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let processing = Promise.resolve();

  function fail(error: unknown): void {
    counts.errors += 1;
    try {
      onError?.(error);
    } catch {
      // An error of the function that receives errors has nowhere to go.
    }
  }

  /** Processes one exchange, after those that are being processed. */
  function processNext(): Promise<void> {
    const exchange = queue.shift();
    if (exchange) processing = processing.then(() => processor.process(exchange)).catch(fail);
    return processing;
  }

  function schedule(delay: number): void {
    timer ??= setTimeout(async () => {
      const started = performance.now();
      await processNext();
      timer = undefined;
      if (queue.length > 0) schedule((performance.now() - started) / maximumTimeShare);
    }, delay);
    // A queue does not keep a process alive.
    if (typeof timer === 'object') timer.unref?.();
  }

  return {
    counts,
    maximumBody,
    isSampled(method) {
      counts.seen += 1;
      // They have no operation of their own.
      if (method === 'HEAD' || method === 'OPTIONS') return false;
      try {
        if (!(random() < sampling)) return false;
      } catch (error) {
        fail(error);
        return false;
      }
      counts.sampled += 1;
      return true;
    },
    add(exchange) {
      if (queue.length >= maximumQueue) {
        counts.dropped += 1;
        return;
      }
      queue.push(exchange);
      schedule(1);
    },
    fail,
    async flush() {
      while (queue.length > 0) await processNext();
      await processing;
    },
  };
}
