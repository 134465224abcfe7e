import type { IncomingHttpHeaders } from 'node:http';
import type { Defect } from './defects.ts';

export interface NotesResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Input {
  /** The decoded path parameters. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Returns the parsed body, or the response that rejects it. */
  readBody(): unknown;
}

type Note = Record<string, unknown> & { readonly id: number };

/** Creates the handlers of the operations, with a state of their own, and a function that lists the ID and title of every note. */
export function createNoteHandlers(has: (defect: Defect) => boolean) {
  const notes = new Map<number, Note>(
    Array.from({ length: 11 }, (_, index) => [
      index + 1,
      { id: index + 1, title: `Note ${index + 1}`, tag: index % 2 === 0 ? 'draft' : 'final' },
    ]),
  );
  const labels = ['home', 'work', 'garden', 'music', 'books', 'travel', 'food'];
  const replayed = new Map<string, NotesResponse>();
  let lastId = notes.size;

  const handlers: Record<string, (input: Input) => NotesResponse> = {
    getStatus: () => createJson(200, { ok: true }),
    getClock: ({ segments: [clock = ''] }) =>
      /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(clock)
        ? createJson(200, '2026-01-31T12:00:00Z')
        : createProblem(400),
    getReport({ segments: [year = '', month = ''], query, headers }) {
      const unit = query.get('unit');
      const locale = headers['x-locale'];
      const columns = query.get('columns')?.split(',') ?? [];
      const isFine =
        isInteger(year, 2000, 2100) &&
        (has('month-any') ? /^\d+$/.test(month) : isInteger(month, 1, has('month-narrow') ? 11 : 12)) &&
        (unit === null ? has('unit-optional') : ['words', 'letters'].includes(unit)) &&
        (locale === undefined ? has('locale-optional') : has('locale-any') || /^[a-z]{2}$/.test(String(locale))) &&
        (has('columns-any') || (columns.length <= 2 && columns.every((name) => ['notes', 'shelves'].includes(name))));
      if (!isFine) return createProblem(422);
      const rows = has('header-malformed') ? 'many' : '3';
      return createJson(
        200,
        { total: has('report-wrong-type') ? '3' : 3 },
        has('header-missing') ? {} : { 'x-rows': rows },
      );
    },
    listLabels({ query }) {
      const [offset, limit] = [query.get('offset') ?? '0', query.get('limit') ?? '5'];
      if (!isInteger(offset, 0) || !isInteger(limit, 1, 5)) return createProblem(400);
      const start = has('ignores-offset') ? 0 : Number(offset) + (has('offset-from-1') && offset !== '0' ? -1 : 0);
      return createJson(200, labels.slice(start, has('labels-unlimited') ? undefined : start + Number(limit)));
    },
    listNotes({ segments: [shelf], query }) {
      const limit = query.get('limit') ?? (has('no-default-limit') ? '20' : '10');
      const order = query.get('order') ?? (has('other-default') ? 'newest' : 'oldest');
      const tag = query.get('tag');
      const pinned = query.get('pinned');
      const cursor = Number(query.get('cursor') ?? 0);
      const isFine =
        isShelf(shelf) &&
        isLimit(limit) &&
        (has('order-not-in-enum') || ['oldest', 'newest'].includes(order)) &&
        (tag === null || has('tag-pattern') || /^[a-z0-9-]+$/.test(tag)) &&
        (tag === null || !has('tag-closed') || ['draft', 'final'].includes(tag)) &&
        (pinned === null || has('boolean-any') || ['true', 'false'].includes(pinned)) &&
        Number.isInteger(cursor);
      if (!isFine) return createProblem(400);
      if (shelf !== 'kitchen') return createProblem(404);
      const all = [...notes.values()].filter((note) => tag === null || note.tag === tag);
      const sorted = order === 'oldest' ? all : all.reverse();
      const start = has('ignores-cursor') ? 0 : cursor;
      const from = start === 0 ? 0 : start + (has('items-repeated') ? -1 : has('items-lost') ? 1 : 0);
      const end = start + (has('ignores-limit') ? 20 : Number.parseInt(limit, 10));
      const isLast = end >= sorted.length;
      const next = has('endless-cursor')
        ? '4'
        : has('ignores-cursor')
          ? String(cursor + 3)
          : isLast
            ? null
            : String(end);
      return createJson(200, { items: sorted.slice(from, end), next });
    },
    createNote({ segments: [shelf], headers, readBody }) {
      const idempotencyKey = headers['idempotency-key']?.toString();
      const isShort = idempotencyKey !== undefined && idempotencyKey.length < 8;
      if (!isShelf(shelf) || (isShort && !has('idempotency-short'))) return createProblem(400);
      if (shelf !== 'kitchen') return createProblem(404);
      const earlier = has('idempotency-ignored') ? undefined : replayed.get(idempotencyKey ?? '');
      if (earlier) return earlier;
      const body = readBody();
      if (isResponse(body)) return body;
      lastId += 1;
      const note = { title: 'Untitled', tag: 'draft', ...(body as object), id: lastId };
      notes.set(lastId, note);
      const location = `/shelves/${shelf}/notes/${lastId}`;
      const status = has('created-200') ? 200 : has('created-success') ? 202 : 201;
      const created = createJson(status, note, has('created-without-location') ? {} : { location });
      if (idempotencyKey !== undefined) replayed.set(idempotencyKey, created);
      return created;
    },
    getNote: ({ segments }) => withNote(segments, (note) => createJson(200, note)),
    replaceNote: ({ segments: [shelf, id = ''], readBody }) => {
      if (!isShelf(shelf) || !isInteger(id, 1)) return createProblem(400);
      if (shelf !== 'kitchen') return createProblem(404);
      const body = readBody();
      if (isResponse(body)) return body;
      const status = notes.has(Number(id)) ? 200 : 201;
      const note = { title: 'Untitled', tag: 'draft', ...(body as object), id: Number(id) };
      notes.set(note.id, note);
      return createJson(has('replaced-204') ? 204 : status, note);
    },
    updateNote: ({ segments, readBody }) => {
      if (has('write-path-any') && !isInteger(segments[1] ?? '', 1)) return createJson(200, notes.get(1));
      return withNote(segments, (note) => {
        const body = readBody();
        if (isResponse(body)) return body;
        const changed = { ...note, ...(body as object) };
        notes.set(note.id, changed);
        return createJson(200, changed);
      });
    },
    deleteNote: ({ segments }) => {
      if (has('deletes-unknown') && isInteger(segments[1] ?? '', 1)) {
        notes.delete(Number(segments[1]));
        return { status: 204 };
      }
      return withNote(segments, (note) => {
        notes.delete(note.id);
        if (has('deleted-200')) return createJson(200, note);
        return { status: 204, ...(has('deleted-with-body') && { body: '{}' }) };
      });
    },
  };

  return { handlers, listNotes: () => [...notes.values()].map(({ id, title }) => [id, title]) };

  function withNote([shelf, id = '']: readonly string[], handle: (note: Note) => NotesResponse): NotesResponse {
    if (!isShelf(shelf) || !isInteger(id, 1)) return createProblem(400);
    const note = notes.get(has('wrong-note') ? 1 : Number(id));
    return note && shelf === 'kitchen' ? handle(note) : createProblem(404);
  }

  function isLimit(limit: string): boolean {
    if (has('limit-minimum') && limit === '1') return false;
    if (has('limit-not-a-number')) return Number.parseInt(limit, 10) >= 1 && Number.parseInt(limit, 10) <= 20;
    return isInteger(limit, 1, has('limit-above-maximum') ? Number.POSITIVE_INFINITY : 20);
  }

  function createProblem(status: number): NotesResponse {
    if (has('error-plain')) return { status, headers: { 'content-type': 'text/plain' }, body: 'No.' };
    const body = JSON.stringify(has('error-schema') ? { message: 'No.' } : { title: 'No.' });
    return { status, headers: { 'content-type': 'application/problem+json' }, body };
  }
}

function isShelf(shelf: string | undefined): boolean {
  return /^[a-z]{1,16}$/.test(shelf ?? '') && !shelf?.endsWith('\n');
}

function isInteger(value: string, minimum: number, maximum = Number.POSITIVE_INFINITY): boolean {
  return /^(0|-?[1-9]\d*)$/.test(value) && Number(value) >= minimum && Number(value) <= maximum;
}

function isResponse(value: unknown): value is NotesResponse {
  return typeof value === 'object' && value !== null && 'status' in value && 'headers' in value;
}

function createJson(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): NotesResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
