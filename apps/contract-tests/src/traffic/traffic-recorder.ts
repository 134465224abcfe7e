import type { Redact } from '@giftoin/protocol';
import type { AppliedCheck } from '../checks/responses/find-response-violations.ts';
import type { RecordedViolation } from '../engine/recorder.ts';
import type { CompleteExchange } from '../model/exchange.ts';
import type { SuiteViolation } from '../model/suite-violation.ts';
import { createViolationIdentity } from '../reports/violation-identity.ts';
import { redactQuery } from './recorded-keys.ts';

/** How many exchanges are kept of each cause: those that a finding shows. The others are counted. */
const maximumExchanges = 4;
/** How many causes are kept. A response can have any number of properties, and each can be a cause. */
const maximumCauses = 300;
/** How much of a body is kept, in characters. A report shows less. */
const keptBodyLength = 4_000;
/** How much of a text of a violation is kept, in characters. */
const keptTextLength = 2_000;

/** The headers that reports show. The others are not kept. */
const shownHeaders: readonly string[] = ['content-type', 'location', 'retry-after'];

/** Collects the violations of any number of exchanges, in bounded memory. Nothing that it keeps contains a credential. */
export interface TrafficRecorder {
  readonly violations: readonly RecordedViolation[];
  /** The IDs of the checks that have applied to an exchange. */
  readonly applied: ReadonlySet<string>;
  /** The IDs of the checks that have failed. */
  readonly failed: ReadonlySet<string>;
  /** How many violations have a cause that was not kept. */
  readonly notKept: number;
  /** How many exchanges have the cause of a violation. */
  countTimes(violation: RecordedViolation): number;
  /** Returns the violations whose cause no earlier exchange has, redacted. */
  record(exchange: CompleteExchange, checks: readonly AppliedCheck[], redact: Redact): readonly RecordedViolation[];
}

export function createTrafficRecorder(): TrafficRecorder {
  const violations: RecordedViolation[] = [];
  const times = new Map<string, number>();
  const identities = new Map<RecordedViolation, string>();
  const applied = new Set<string>();
  const failed = new Set<string>();
  let notKept = 0;
  return {
    violations,
    applied,
    failed,
    get notKept() {
      return notKept;
    },
    countTimes: (violation) => times.get(identities.get(violation) ?? '') ?? 0,
    record(exchange, checks, redact) {
      let kept: CompleteExchange | undefined;
      const seen = new Set<string>();
      const added: RecordedViolation[] = [];
      for (const { id: checkId, violations: found } of checks) {
        applied.add(checkId);
        if (found.length > 0) failed.add(checkId);
        for (const violation of found) {
          const identity = redact(createViolationIdentity(violation)).slice(0, keptTextLength);
          if (seen.has(identity)) continue;
          const earlier = times.get(identity) ?? 0;
          if (earlier === 0 && times.size >= maximumCauses) {
            notKept += 1;
            continue;
          }
          seen.add(identity);
          times.set(identity, earlier + 1);
          if (earlier >= maximumExchanges) continue;
          kept ??= toKeptExchange(exchange, redact);
          const recorded = { ...redactViolation(violation, redact), checkId, exchange: kept };
          violations.push(recorded);
          identities.set(recorded, identity);
          if (earlier === 0) added.push(recorded);
        }
      }
      return added;
    },
  };
}

function redactViolation(violation: SuiteViolation, redact: Redact): SuiteViolation {
  const shorten = (text: string) => redact(text).slice(0, keptTextLength);
  return {
    ...violation,
    path: shorten(violation.path),
    message: shorten(violation.message),
    expected: shorten(violation.expected),
    ...(violation.likelyCause !== undefined && { likelyCause: [violation.likelyCause].flat().map(shorten) }),
    ...(violation.values && { values: redactValues(violation.values, redact) }),
  };
}

function redactValues(values: Readonly<Record<string, unknown>>, redact: Redact): Record<string, unknown> {
  const entries = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'string') return [name, redact(value).slice(0, keptTextLength)];
    // A value that is not a text is of the schema, or a number, and has no credential.
    return [name, value];
  });
  return Object.fromEntries(entries);
}

/** The part of an exchange that a finding shows, without credentials. */
function toKeptExchange(exchange: CompleteExchange, redact: Redact): CompleteExchange {
  const { request, response } = exchange;
  const { body } = response;
  const headers = shownHeaders.flatMap((name) => {
    const values = response.headers[name]?.map((value) => redact(value).slice(0, keptTextLength));
    return values ? [[name, values]] : [];
  });
  const parameters = Object.entries(request.parameters ?? {}).map(([name, texts]) => [name, texts?.map(redact)]);
  return {
    ...exchange,
    target: redact(redactQuery(exchange.target)),
    request: {
      ...request,
      // Enough to show in which header the key was.
      keys: (request.keys ?? []).map(([header, { value, placeholder }]) => [
        header,
        { value: value === '' ? '' : placeholder, placeholder: value === '' ? '' : placeholder },
      ]),
      segments: {},
      parameters: Object.fromEntries(parameters),
    },
    response: {
      ...response,
      headers: Object.fromEntries(headers),
      body: Buffer.from(redact(body.toString()).slice(0, keptBodyLength)),
      json: undefined,
      fullLength: body.length,
    },
  };
}
