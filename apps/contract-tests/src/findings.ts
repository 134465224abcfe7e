import { causeOf } from './causes.ts';
import { curlOf } from './curl.ts';
import { hiding } from './keys.ts';
import type { Exchange, RecordedFault } from './recorder.ts';
import type { Finding } from './report.ts';
import { keysOf, type Server } from './server.ts';
import { statements } from './statements.ts';

/** As much of a body as tells what it is. */
const longestExcerpt = 300;

/** What is broken, each cause once, without any key. */
export function findingsOf(
  server: Pick<Server, 'origin' | 'key' | 'keysFor'> & Partial<Server>,
  faults: readonly RecordedFault[],
): Finding[] {
  const groups = new Map<string, { likelyCause: string | undefined; faults: RecordedFault[] }>();
  const explain = causeOf(faults);
  for (const fault of faults) {
    const known = explain(fault);
    const id = known ?? fault.cause;
    const group = groups.get(id) ?? { likelyCause: known ?? fault.likelyCause, faults: [] };
    group.faults.push(fault);
    group.likelyCause ??= fault.likelyCause;
    groups.set(id, group);
  }
  return [...groups.values()].flatMap(({ likelyCause, faults: [first, ...others] }) =>
    first ? [findingOf(server, first, others, likelyCause)] : [],
  );
}

function findingOf(
  server: Pick<Server, 'origin' | 'key' | 'keysFor'> & Partial<Server>,
  first: RecordedFault,
  others: readonly RecordedFault[],
  likelyCause: string | undefined,
): Finding {
  const { exchange, statement } = first;
  const asked = { usualHeader: '', ...server };
  const sentKeys = [...keysOf(asked, exchange.sent).map(([, key]) => key), ...(exchange.sent.otherKeys ?? [])];
  const hide = hiding([server.key, ...server.keysFor.values()], sentKeys);
  const all = [first, ...others];
  return {
    statement: { id: statement, text: statements[statement] },
    sentence: hide(first.sentence),
    request: curlOf(asked, exchange, hide),
    received: receivedOf(exchange, hide),
    expected: hide(first.expected),
    ...(likelyCause !== undefined && { likelyCause: hide(likelyCause) }),
    times: new Set(all.map((fault) => fault.exchange)).size,
    checks: [...new Set(all.map(({ checkId }) => checkId))],
  };
}

function receivedOf({ answer, obstacle }: Exchange, hide: (text: string) => string): string {
  if (!answer) return `no answer: ${obstacle}`;
  const { status, headers, body, json } = answer;
  const type = headers['content-type']?.join(', ') ?? 'no content type';
  // Written anew, JSON hides no key behind escapes.
  const text = json === undefined ? body.toString() : JSON.stringify(json);
  const excerpt = hide(text.replaceAll(/\s+/g, ' ')).slice(0, longestExcerpt);
  const rest = text.length > longestExcerpt ? ` … (${body.length} bytes)` : '';
  const others = ['location', 'retry-after'].flatMap((name) => (headers[name] ? [`${name}: ${headers[name]}`] : []));
  return [`${status} ${hide(type)}`, ...others.map(hide), excerpt === '' ? 'an empty body' : excerpt + rest].join('; ');
}
