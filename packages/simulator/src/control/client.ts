import { fillPath } from '@giftoin/protocol';
import {
  type ControlInput,
  type ControlOperationId,
  type ControlResponse,
  type ErrorBody,
  endpoints,
} from '@giftoin/types/sandbox-control';
import type { Fetch } from '../fetch/create-fetch.ts';
import { SandboxControlError } from './sandbox-control-error.ts';
import { invalidTokenMessage, isToken } from './token.ts';

/** A client of the control API, with a method for every operation, named by its operationId. */
export type SandboxControl = {
  readonly [Id in ControlOperationId]: (
    ...input: Record<never, never> extends Input<Id> ? [input?: Input<Id>] : [input: Input<Id>]
  ) => Promise<ControlResponse<Id>>;
};

/** The workspace is optional. Default: the workspace of the client. */
type Input<Id extends ControlOperationId> = Omit<ControlInput<Id>, 'workspace'> & { readonly workspace?: string };

export interface SandboxControlOptions {
  /** The origin of the control API. Default: `http://127.0.0.1:4021`. */
  readonly url?: string | undefined;
  /** The token of the control API. */
  readonly token: string;
  /** The workspace of calls that do not set one. Default: `default`. */
  readonly workspace?: string | undefined;
  /** Sends the requests. Default: the `fetch` of the runtime. */
  readonly fetch?: Fetch | undefined;
}

/**
 * Creates a client of the control API of a running sandbox. Its methods throw a `SandboxControlError` if the sandbox
 * returns an error or cannot be reached.
 *
 * @throws {SandboxControlError} if the token has characters that a token cannot have
 *
 * @example
 * const control = createSandboxControl({ token: 'sandbox-control' });
 * await control.grantCard({ platform: 'discord', platformUserId: '42', programId: 'program_123', cardId: 'card_456' });
 */
export function createSandboxControl(options: SandboxControlOptions): SandboxControl {
  const { url = 'http://127.0.0.1:4021', token, workspace = 'default' } = options;
  const send: Fetch = options.fetch ?? fetch;
  if (!isToken(token)) throw new SandboxControlError(invalidTokenMessage);

  async function call(id: ControlOperationId, given: Record<string, unknown>): Promise<unknown> {
    // createWorkspace has the optional name of a new workspace in its body. All other operations have it in their paths.
    const input = id === 'createWorkspace' ? given : { ...given, workspace: given.workspace ?? workspace };
    const response = await send(createUrl(url, id, input), {
      method: endpoints[id].method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      redirect: 'error',
      ...createBody(id, input),
    }).catch((error: Error) => {
      const reason = (error.cause as { readonly code?: string } | undefined)?.code ?? error.message;
      const message = `Cannot reach the control API at ${url} (${reason}). Start a sandbox, or use another URL.`;
      throw new SandboxControlError(message, undefined, error);
    });
    if (response.status === 204) return undefined;
    const body = (await response.json().catch(() => undefined)) as Partial<ErrorBody> | undefined;
    if (response.ok) return body;
    const message: unknown = body?.status?.errorMessage;
    const fallback = `${url} returned ${response.status} without an error message. It is not a control API of a sandbox.`;
    throw new SandboxControlError(typeof message === 'string' ? message : fallback, response.status);
  }

  const methods = Object.keys(endpoints).map((id) => [
    id,
    (input: Record<string, unknown> = {}) => call(id as ControlOperationId, input),
  ]);
  // Object.fromEntries loses the type of each method.
  return Object.fromEntries(methods) as SandboxControl;
}

function createUrl(origin: string, id: ControlOperationId, input: Readonly<Record<string, unknown>>): URL {
  const { path, parameters } = endpoints[id];
  const url = new URL(
    fillPath(path, (name) => encodeURIComponent(String(input[name]))),
    origin,
  );
  for (const [name, place] of Object.entries<string>(parameters)) {
    if (place === 'query' && input[name] !== undefined) url.searchParams.set(name, String(input[name]));
  }
  return url;
}

/** Creates the request body from the properties that are not parameters. */
function createBody(id: ControlOperationId, input: Readonly<Record<string, unknown>>): { readonly body?: string } {
  const { method, parameters } = endpoints[id];
  if (method === 'GET' || method === 'DELETE') return {};
  const properties = Object.entries(input).filter(([name, value]) => !(name in parameters) && value !== undefined);
  return { body: JSON.stringify(Object.fromEntries(properties)) };
}
