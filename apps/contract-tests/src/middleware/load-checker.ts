import { decodeBody } from '../engine/decode-body.ts';
import { readContract } from '../model/contract.ts';
import { CouldNotRunError } from '../model/contract-options.ts';
import type { Finding } from '../model/contract-report.ts';
import { createFindings } from '../reports/create-findings.ts';
import { type CheckedExchange, createTrafficChecker } from '../traffic/traffic-checker.ts';
import type { ObservedExchange } from './observed-exchange.ts';
import type { TrafficMonitorOptions } from './traffic-monitor-options.ts';

/** Loads the document, and creates a function that checks observed exchanges. */
export async function loadChecker(options: TrafficMonitorOptions) {
  const contract = await readContract(options.document);
  const origin = options.origin ?? contract.servers[0];
  if (origin === undefined) throw new CouldNotRunError('The document names no server. Pass the origin of the API.');
  // Compiles the validators of all responses now, not when a request could wait for it.
  for (const { responses } of contract.operations) {
    for (const { schema } of responses) if (schema) contract.validate(schema, null);
  }
  const checker = createTrafficChecker({
    contract,
    origins: [origin],
    isDirect: false,
    formatMessage: ({ message }) => message,
  });
  return {
    origin,
    /** The exchange with its body as it was before it was compressed. */
    decode(exchange: ObservedExchange): ObservedExchange {
      const { headers, body } = exchange;
      return body === undefined
        ? exchange
        : { ...exchange, body: decode(Buffer.from(body), headers['content-encoding']) };
    },
    check({ method, target, requestHeaders, status, reason, headers, body }: ObservedExchange) {
      const response = {
        status,
        reason,
        headers,
        body: body === undefined ? ('too-large' as const) : Buffer.from(body),
      };
      return checker.check({ method, url: toUrl(origin, target), requestHeaders, response });
    },
    toFindings({ added }: CheckedExchange): Finding[] {
      return createFindings(checker.server, { violations: added });
    },
  };
}

/** A server behind a proxy that removes the base path receives a path without it. */
function toUrl(origin: string, target: string): string {
  const base = new URL(origin).pathname.replace(/\/+$/, '');
  return base !== '' && target.startsWith(`${base}/`) ? target : base + target;
}

/** A middleware can see the bytes before or after they are compressed. */
function decode(body: Buffer, encoding: readonly string[] | undefined): Buffer {
  if (encoding === undefined || body.length === 0 || body[0] === 0x5b || body[0] === 0x7b) return body;
  return decodeBody(body, encoding.join(',')).body;
}
