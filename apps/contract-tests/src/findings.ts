import { causeOf } from './causes.ts';
import { curlOf } from './curl.ts';
import { hiding } from './keys.ts';
import type { Exchange, RecordedFault } from './recorder.ts';
import type { Finding } from './report.ts';
import { keysOf, type Server } from './server.ts';
import { statements } from './statements.ts';

/** What is needed of a server to tell what was sent to it. */
type Asked = Pick<Server, 'origin' | 'key' | 'keysFor' | 'usualHeader'>;

/** As much of a body as tells what it is. */
const longestExcerpt = 300;
/** As many requests beside the first as show what they have in common. */
const mostOtherRequests = 3;

/** What is broken, each cause once, without any key. */
export function findingsOf(server: Asked, faults: readonly RecordedFault[]): Finding[] {
  const groups = new Map<string, { likelyCause: string | undefined; readonly faults: RecordedFault[] }>();
  const explain = causeOf(faults);
  for (const fault of faults) {
    const known = explain(fault);
    const id = known ?? fault.cause;
    const group = groups.get(id) ?? { likelyCause: known, faults: [] };
    group.faults.push(fault);
    // What is likely of one request need not be of the others.
    if (fault.exchange === group.faults[0]?.exchange) group.likelyCause ??= fault.likelyCause;
    groups.set(id, group);
  }
  return [...groups.values()].map((group) => findingOf(server, group.faults, group.likelyCause));
}

function findingOf(server: Asked, faults: readonly RecordedFault[], likelyCause: string | undefined): Finding {
  const [{ exchange, statement, sentence, expected }] = faults as readonly [RecordedFault, ...RecordedFault[]];
  const hide = hidingIn(server, exchange);
  const exchanges = [...new Set(faults.map((fault) => fault.exchange))];
  const [request = '', ...others] = new Set(exchanges.map((each) => curlOf(server, each, hidingIn(server, each))));
  return {
    statement: { id: statement, text: statements[statement] },
    sentence: hide(sentence),
    request,
    received: receivedOf(exchange, hide),
    expected: hide(expected),
    ...(likelyCause !== undefined && { likelyCause: hide(likelyCause) }),
    otherRequests: others.slice(0, mostOtherRequests),
    times: exchanges.length,
    checks: [...new Set(faults.map(({ checkId }) => checkId))],
  };
}

/** Hides every key that the server knows, and those of the request. */
function hidingIn(server: Asked, { sent }: Exchange): (text: string) => string {
  const keys = [...keysOf(server, sent).map(([, key]) => key), ...(sent.otherKeys ?? [])];
  return hiding([server.key, ...server.keysFor.values()], keys);
}

function receivedOf({ answer, obstacle }: Exchange, hide: (text: string) => string): string {
  if (!answer) return `no answer: ${obstacle}`;
  const { status, headers, body, json } = answer;
  // Written anew, JSON hides no key behind escapes.
  const text = hide((json === undefined ? body.toString() : JSON.stringify(json)).replaceAll(/\s+/g, ' '));
  const rest = text.length > longestExcerpt ? ` … (${body.length} bytes)` : '';
  const named = ['location', 'retry-after'].flatMap((name) => (headers[name] ? [`${name}: ${headers[name]}`] : []));
  const type = headers['content-type']?.join(', ') ?? 'no content type';
  return [
    hide([`${status} ${type}`, ...named].join('; ')),
    text.slice(0, longestExcerpt) + rest || 'an empty body',
  ].join('; ');
}
