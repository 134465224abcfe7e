import { readFile } from 'node:fs/promises';
import { type DocumentedError, listErrorPages, listErrors, type OpenApiDocument } from '@giftoin/openapi';
import { type ClientKind, clientNotes, statusKinds } from './client-notes.ts';
import { createMockCommand } from './create-mock-command.ts';
import { createPaths, fillAddresses, type Paths } from './create-paths.ts';
import type { ErrorEntry } from './error-entry.ts';
import { provokeError } from './provoke-error.ts';
import { statusNotes } from './status-notes.ts';

/** Creates the entries of the error catalogue: first the errors of the document, and then those of the client alone. */
export async function createCatalogue(document: OpenApiDocument): Promise<readonly ErrorEntry[]> {
  const errors = listErrors(document);
  const pages = listErrorPages(document);
  const paths = createPaths(document);
  const documented = errors.flatMap((error) => {
    const codes = pages.filter((page) => error.examples.some(({ errorCode }) => page === errorCode));
    const own = codes.filter((code) => code !== error.status);
    return [
      createStatusEntry(document, error, error.status, own, paths),
      ...own.map((code) => createStatusEntry(document, error, code, [], paths)),
    ];
  });
  // A class of the client remains if the document no longer has its status code.
  const removed = Object.entries(statusKinds).filter(([, status]) => !pages.includes(status));
  return [
    ...(await Promise.all(documented)),
    ...(await Promise.all(removed.map(([kind, status]) => createRemovedEntry(kind, status)))),
    ...(await Promise.all((Object.keys(clientNotes) as ClientKind[]).map(createClientEntry))),
  ];
}

async function createStatusEntry(
  document: OpenApiDocument,
  documented: DocumentedError,
  code: number,
  parts: readonly number[],
  paths: Paths,
): Promise<ErrorEntry> {
  const { status, description = `The server returns the status code ${status}.` } = documented;
  const examples = documented.examples.filter(({ errorCode }) => code === status || errorCode === code);
  const { kind, name, isRetryable } = await provokeError(status, examples[0]?.value ?? '');
  const note = statusNotes[code];
  const preferences = examples.length > 1 || code !== status ? examples.map((each) => `, example=${each.name}`) : [''];
  return {
    slug: String(code),
    title: note?.title ?? examples[0]?.summary ?? `Status ${status}`,
    lead: code === status ? description.trim() : undefined,
    cause: note?.cause,
    remedy: note?.remedy ?? createRemedy(isRetryable),
    status: String(status),
    kind,
    className: name,
    retry: formatRetry(isRetryable),
    documented,
    examples,
    parts: parts.map(String),
    sandboxCommands: note?.commands.map((command) => fillAddresses(command, paths)) ?? [],
    mockCommands: preferences.map((preference) => createMockCommand(document, documented, preference)),
    program: undefined,
  };
}

async function createRemovedEntry(kind: string, status: number): Promise<ErrorEntry> {
  const note = statusNotes[status];
  const { isRetryable } = await provokeError(status, '');
  const { title = kind, cause, remedy = createRemedy(isRetryable) } = note ?? {};
  return { ...createPlainEntry(kind), title, cause, remedy, status: String(status), retry: formatRetry(isRetryable) };
}

async function createClientEntry(kind: ClientKind): Promise<ErrorEntry> {
  const { statuses, commands: sandboxCommands = [], ...note } = clientNotes[kind];
  const entry = createPlainEntry(kind);
  const program = await readFile(new URL(`./provoke/${entry.slug}.ts`, import.meta.url), 'utf8');
  return { ...entry, ...note, status: statuses, sandboxCommands, program };
}

function createPlainEntry(kind: string): Omit<ErrorEntry, 'title' | 'cause' | 'remedy' | 'retry' | 'status'> {
  const slug = kind.replace(/[A-Z]/g, '-$&').toLowerCase();
  return {
    slug,
    kind,
    className: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Error`,
    lead: undefined,
    documented: undefined,
    examples: [],
    parts: [],
    sandboxCommands: [],
    mockCommands: [],
    program: undefined,
  };
}

function createRemedy(isRetryable: boolean): string {
  return isRetryable
    ? 'Try again later. The client has retried already.'
    : 'Read `errorMessage` in the response body, and correct the request. Do not retry: the same request fails again.';
}

function formatRetry(isRetryable: boolean): string {
  return isRetryable ? 'Yes' : 'No';
}
