import { connect } from 'node:net';
import { createSandboxControl, startSandbox } from '@giftoin/sandbox';
import { apiKeyHeaders } from '@giftoin/types';
import { answerOf } from './bytes.ts';
import type { Answer, Ask, Request, Setting } from './exchange.ts';
import { type WorldName, worlds } from './worlds.ts';

/** The server that keeps the contract. */
export interface Conforming extends AsyncDisposable {
  /** It as it answers in a world, of which it knows the key of the setting. */
  in(world: WorldName, setting: Setting): Ask;
  /** Keys that get an error of their own, by its HTTP status. */
  readonly keysFor: Readonly<Record<number, string>>;
}

/** Starts a sandbox with every world in a workspace of its own. Time stands still there, so that answers are remembered. */
export async function startConforming(): Promise<Conforming> {
  const sandbox = await startSandbox({ port: 0, controlPort: 0 });
  const { token, url, apiKeys } = sandbox;
  const keys = new Map<WorldName, string>();
  const now = Date.now();
  for (const [workspace, world] of Object.entries(worlds(now))) {
    const control = createSandboxControl({ url: sandbox.controlUrl, token, workspace });
    const { apiKeys } = await control.createWorkspace({ workspace });
    await control.loadWorld(world);
    keys.set(workspace as WorldName, apiKeys.default);
  }
  const ask = remembering((request) => asked(Number(new URL(url).port), request));
  return {
    in(world, { key }) {
      const known = keys.get(world) ?? '';
      return (request) => ask(withKeyOfSandbox(request, key, known));
    },
    keysFor: { 402: apiKeys.overdue, 403: apiKeys.denied },
    [Symbol.asyncDispose]: () => sandbox.close(),
  };
}

/** Only what the answer depends on goes on: the target and the three headers. */
function withKeyOfSandbox({ target, headers }: Request, key: string, known: string): Request {
  const names: readonly string[] = apiKeyHeaders;
  const kept = headers.filter(([name]) => names.includes(name.toLowerCase()));
  return { target, headers: kept.map(([name, value]) => [name.toLowerCase(), value === key ? known : value]) };
}

function remembering(ask: Ask): Ask {
  const answers = new Map<string, Promise<Answer>>();
  return (request) => {
    const name = JSON.stringify(request);
    const answer = answers.get(name) ?? ask(request);
    answers.set(name, answer);
    return answer;
  };
}

/** Written to a socket, because every HTTP client would refuse or mend some of the targets. */
function asked(port: number, { target, headers }: Request): Promise<Answer> {
  return new Promise((answered, failed) => {
    const chunks: Buffer[] = [];
    const lines = [`GET ${target} HTTP/1.1`, 'Host: sandbox', ...headers.map((header) => header.join(': '))];
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(Buffer.from(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`, 'latin1'));
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', failed).on('close', () => {
      try {
        answered(answerOf(Buffer.concat(chunks)));
      } catch (error) {
        failed(error);
      }
    });
  });
}
