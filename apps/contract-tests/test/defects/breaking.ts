import { type Answer, type Asked, type Parts, parts } from '../small-server.ts';
import type { Body } from '../small-world.ts';

/** A server that is broken in one way, and the check that must find it, by a part of its id. */
export interface Defect {
  readonly name: string;
  readonly foundBy: string;
  /** Which checks send what shows a defect that any answer may show; the plain ones where not given. */
  readonly asking?: string;
  readonly broken: Partial<Parts>;
}

export type Change = Parts['change'];

export const headerNames = ['x-gft_api_key', 'x-gft-api-key', 'gft-api-key'];
export const keyFrom =
  (names: readonly string[]): Parts['sentKey'] =>
  ({ headers }) =>
    names.map((name) => String(headers[name] ?? '').trim()).find(Boolean) ?? '';
export const knows = (test: (sent: string) => boolean) => ({ knows: test });
export const sentKey = (read: Parts['sentKey']) => ({ sentKey: read });
export const change = (edit: Change) => ({ change: edit });

/** Edits every program of a success. */
export const eachProgram = (edit: (program: Body, asked: Partial<Asked>) => void) =>
  change((answer, asked) => {
    if (answer.status === 200) for (const program of [answer.body].flat() as Body[]) edit(program, asked);
    return answer;
  });
/** Edits what every error says. */
export const eachError = (edit: (status: Body, answer: Answer, asked: Partial<Asked>) => void) =>
  change((answer, asked) => {
    if (answer.status >= 400) edit((answer.body as { status: Body }).status, answer, asked);
    return answer;
  });
export const where = (
  isMeant: (answer: Answer, asked: Parameters<Change>[1]) => boolean,
  edit: (answer: Answer) => Answer,
) => change((answer, asked) => (isMeant(answer, asked) ? edit(answer) : answer));
export const fits = (name: 'platform' | 'user' | 'program', pattern: RegExp) => ({
  fits: (sent: 'platform' | 'user' | 'program', value: string) =>
    sent === name ? pattern.test(value) : parts.fits(sent, value),
});
export const written = (text: (answer: Answer) => string | Buffer, extra: Record<string, string> = {}) => ({
  write: ((response, answer) => {
    response.writeHead(answer.status, { ...answer.headers, ...extra }).end(text(answer));
  }) satisfies Parts['write'],
});
export const first = (program: Body, name: string) => (program[name] as Body[] | undefined)?.[0];
