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

/** The share of the time that checks can take. More would delay more than 1 in 100 requests. */
const maximumShare = 0.005;

export function createTrafficMonitor(options: TrafficMonitorOptions = {}): TrafficMonitor {
  const { sampling = 0.1, random = Math.random, onError, maximumQueue = 20, maximumBody = 1_000_000 } = options;
  const interval = 1_000 / (options.checksPerSecond ?? 5);
  const counts = { seen: 0, sampled: 0, checked: 0, dropped: 0, tooLarge: 0, violating: 0, errors: 0 };
  const queue: ObservedExchange[] = [];
  const processor = createExchangeProcessor(options, counts, fail);
  let nextCheck = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // The document is read when the server starts, so that no request waits for it.
  let processing = processor.prepare().catch(fail);

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

  function schedule(): void {
    timer ??= setTimeout(
      async () => {
        const start = performance.now();
        await processNext();
        const end = performance.now();
        nextCheck = end + Math.max(interval, (end - start) / maximumShare);
        timer = undefined;
        if (queue.length > 0) schedule();
      },
      Math.max(1, nextCheck - performance.now()),
    );
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
      // What would be dropped need not be collected.
      if (queue.length >= maximumQueue) counts.dropped += 1;
      return queue.length < maximumQueue;
    },
    add(exchange) {
      if (queue.length >= maximumQueue) {
        counts.dropped += 1;
        return;
      }
      queue.push(exchange);
      schedule();
    },
    fail,
    async flush() {
      while (queue.length > 0) await processNext();
      await processing;
    },
  };
}
