import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { type Answer, type Asked, type Parts, parts } from './small-server.ts';
import { type Body, manyPrograms } from './small-world.ts';

type Write = Parts['write'];

const isOwner = ({ platform, user }: Asked) => platform === 'discord' && user === '123456789012345678';

const written = (write: Write) => ({ write });
const encoded = (encoding: string, encode: (text: string) => Buffer) =>
  written((response, { status, headers, body }) => {
    response.writeHead(status, { ...headers, 'content-encoding': encoding }).end(encode(JSON.stringify(body)));
  });
const programs = (edit: (program: Body) => void) => ({
  programs: ((asked) => {
    const all = parts.programs(asked);
    for (const program of all) edit(program);
    return all;
  }) satisfies Parts['programs'],
});
const ofType = (type: string) =>
  written((response, answer, request) =>
    parts.write(response, { ...answer, headers: { ...answer.headers, 'content-type': type } }, request),
  );

/** Servers that keep the contract in ways that are seldom seen: none may be blamed. */
export const unusual: readonly { readonly name: string; readonly server: Partial<Parts> }[] = [
  { name: 'the list is empty', server: { programs: () => [] } },
  {
    name: 'the list has 100 programs of 20 cards',
    server: { programs: (asked) => manyPrograms(100, 20, isOwner(asked)) },
  },
  {
    name: 'cards are listed in part',
    server: programs((program) => {
      program.cards = (program.cards as Body[]).slice(1);
    }),
  },
  {
    name: 'what may be absent is absent',
    server: programs((program) => {
      const reward = program.reward as Body | null;
      if (program.timeLeft === null) delete program.timeLeft;
      if (reward === null) delete program.reward;
      else if (reward.claimedTimestamp === null) delete reward.claimedTimestamp;
      if (reward) delete reward.value;
    }),
  },
  {
    name: 'there are properties that nobody knows, which change',
    server: programs((program) => {
      program.rank = Math.random();
      Object.assign((program.cards as Body[])[0] ?? {}, { foil: Math.random() });
    }),
  },
  {
    name: 'open sets have new values',
    server: programs((program) => {
      Object.assign(program, { status: 'paused', environment: 'staging' });
      Object.assign((program.reward as Body | null) ?? {}, { viewType: 'HOLOGRAM' });
    }),
  },
  {
    name: 'properties come in another order',
    server: {
      change: (answer) => {
        if (answer.status !== 200 || Array.isArray(answer.body)) return answer;
        return { ...answer, body: Object.fromEntries(Object.entries(answer.body as Body).reverse()) };
      },
    },
  },
  {
    name: 'timestamps of errors are digits in a text, and errors say more',
    server: {
      error: (status, errorCode, asked) => {
        const error = parts.error(status, errorCode, asked);
        const { timestamp, ...others } = (error.body as { status: Body }).status;
        return { ...error, body: { status: { ...others, timestamp: String(timestamp), hint: 'No.' }, trace: 'b7' } };
      },
    },
  },
  { name: 'the content type is in capitals', server: ofType('Application/JSON') },
  { name: 'the content type has a charset', server: ofType('application/json; charset="UTF-8"') },
  { name: 'the content type says that it is ASCII', server: ofType('application/json; charset=us-ascii') },
  { name: 'the content type has another parameter', server: ofType('application/json;v=1; charset=utf-8') },
  { name: 'bodies are gzip', server: encoded('gzip', gzipSync) },
  {
    name: 'bodies are br',
    server: encoded('br', (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })),
  },
  { name: 'bodies are deflate', server: encoded('deflate', deflateSync) },
  { name: 'bodies are deflate without a frame', server: encoded('deflate', deflateRawSync) },
  {
    name: 'bodies come in pieces',
    server: written((response, { status, headers, body }) => {
      const text = JSON.stringify(body);
      response.writeHead(status, headers);
      response.write(text.slice(0, 7));
      setImmediate(() => response.end(text.slice(7)));
    }),
  },
  {
    name: 'bodies are written for people, with escapes',
    server: written((response, { status, headers, body }) => {
      const text = JSON.stringify(body, null, 4).replaceAll('Badge', '\\u0042adge');
      response.writeHead(status, headers).end(`\r\n${text}\n`);
    }),
  },
  {
    name: 'connections are closed',
    server: written((response, answer, request) =>
      parts.write(response, { ...answer, headers: { ...answer.headers, connection: 'close' } }, request),
    ),
  },
  {
    name: 'connections are ended as soon as they are idle',
    server: written((response, answer, request) => {
      parts.write(response, answer, request);
      response.on('finish', () => setImmediate(() => request.socket.destroy()));
    }),
  },
  {
    name: 'there is no Date header',
    server: written((response, answer, request) => {
      response.sendDate = false;
      parts.write(response, answer, request);
    }),
  },
  {
    name: 'answers take their time',
    server: written((response, answer, request) => {
      setTimeout(() => parts.write(response, answer, request), 20);
    }),
  },
  {
    name: 'a 429 comes now and then, and says how long to wait',
    server: {
      change: (() => {
        let asked = 0;
        return (answer: Answer) => {
          asked += 1;
          return asked % 250 === 0 ? parts.error(429, 429, {} as never) : answer;
        };
      })(),
    },
  },
  {
    name: 'the user moves on between two answers',
    server: (() => {
      let asked = 0;
      return {
        programs: ((one) => {
          asked += 1;
          return manyPrograms(3, 100, isOwner(one), Math.floor(asked / 25));
        }) satisfies Parts['programs'],
      };
    })(),
  },
  {
    name: 'a proxy refuses what it cannot read and what is too long, and folds dots',
    server: {
      change: (answer, { request }) => {
        const path = request.url?.split('?')[0] ?? '';
        const page = (status: number) => ({
          status,
          headers: { 'content-type': 'text/html', server: 'nginx' },
          body: '<html>No.</html>',
        });
        if (path.length > 8_000) return page(414);
        if (/%(?![0-9a-f]{2})|%00/i.test(path)) return page(400);
        return /\/(%2e|\.){0,2}\/|\/(%2e|\.){2}$|%2f/i.test(path.slice(1)) ? page(404) : answer;
      },
    },
  },
  {
    name: 'a proxy refuses headers that are long or no ASCII',
    server: {
      change: (answer, { request }) => {
        const isOdd = request.rawHeaders.some((text) => text.length > 3_000 || /[^ -~]/.test(text));
        return isOdd ? { status: 431, headers: { 'content-type': 'text/html' }, body: '<html>No.</html>' } : answer;
      },
    },
  },
  {
    name: 'a clock of its own, a year ahead',
    server: programs((program) => {
      const end = (program.duration as { end: { date: number } | null }).end;
      if (end) program.timeLeft = Math.max(0, end.date - Date.now() - 365 * 86_400_000);
    }),
  },
];
