import type { Answer, Mutation, Request, Setting } from '../server/exchange.ts';
import { withHeader } from '../server/exchange.ts';

/** Understands a request in another way than it was sent. */
export function asked(change: (request: Request, setting: Setting) => Request): Mutation {
  return (ask, setting) => (request) => ask(change(request, setting));
}

/** Answers in another way. */
export function answered(change: (answer: Answer, request: Request, setting: Setting) => Answer): Mutation {
  return (ask, setting) => async (request) => change(await ask(request), request, setting);
}

/** Answers where a test holds in another way; a request that the key does not allow is refused as ever. */
export function instead(
  test: (request: Request, setting: Setting) => boolean,
  change: Answer | ((answer: Answer, request: Request) => Answer),
): Mutation {
  return answered((answer, request, setting) => {
    if (answer.status === 401 || !test(request, setting)) return answer;
    return typeof change === 'function' ? change(answer, request) : change;
  });
}

/** Answers what has this HTTP status in another way. */
export function onStatus(status: number, change: (answer: Answer, request: Request) => Answer): Mutation {
  return answered((answer, request) => (answer.status === status ? change(answer, request) : answer));
}

/** Answers successes in another way. */
export const onSuccess = (change: (answer: Answer, request: Request) => Answer): Mutation => onStatus(200, change);

/** The first mutation is the nearest to the conforming server. */
export function all(...mutations: readonly Mutation[]): Mutation {
  return (ask, setting) => mutations.reduce((inner, mutation) => mutation(inner, setting), ask);
}

/** Counts the answers given, from 1, and changes each by its number. */
export function numbered(change: (answer: Answer, number: number, request: Request) => Answer): Mutation {
  return (ask) => {
    let number = 0;
    return async (request) => {
      number += 1;
      const here = number;
      return change(await ask(request), here, request);
    };
  };
}

/** An answer of JSON. */
export function jsonAnswer(status: number, body: unknown): Answer {
  return { status, headers: [['Content-Type', 'application/json']], body: Buffer.from(JSON.stringify(body)) };
}

/** An error in the contract's shape. */
export function errorAnswer(status: number, errorCode = status, errorMessage = 'That did not work.'): Answer {
  return jsonAnswer(status, { status: { timestamp: Date.now(), errorCode, errorMessage } });
}

/** An error as a web server or a proxy writes it by itself. */
export function htmlAnswer(status: number, title: string): Answer {
  const body = Buffer.from(`<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`);
  return { status, headers: [['Content-Type', 'text/html']], body };
}

/** The answer with another body, JSON unless it is given as bytes. */
export function withBody(answer: Answer, body: unknown): Answer {
  return { ...answer, body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)) };
}

export const withType = (answer: Answer, type: string | undefined) => withHeader(answer, 'Content-Type', type);

/** What the JSON of an answer says. The conforming server writes no other bodies. */
export const jsonOf = ({ body }: Answer): unknown => JSON.parse(String(body));
