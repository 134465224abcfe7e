import {
  type ControlInput,
  type ControlOperationId,
  type ControlResponse,
  type ErrorBody,
  endpoints,
} from '@giftoin/types/sandbox-control';
import { isToken, noToken } from './token.ts';

/** A method for every operation of the control side, named by its operationId. */
export type SandboxControl = {
  readonly [Id in ControlOperationId]: (
    // A workspace need not be named: it is `default`, or that of the client.
    ...input: Record<never, never> extends Input<Id> ? [input?: Input<Id>] : [input: Input<Id>]
  ) => Promise<ControlResponse<Id>>;
};

type Input<Id extends ControlOperationId> = Omit<ControlInput<Id>, 'workspace'> & { readonly workspace?: string };

export interface SandboxControlOptions {
  /** The origin of the control side; `http://127.0.0.1:4021` where not given. */
  readonly url?: string | undefined;
  /** Its token. */
  readonly token: string;
  /** The workspace that calls are about which name none; `default` where not given. */
  readonly workspace?: string | undefined;
}

/** The sandbox refused a call, or could not be reached; or there is nothing to call it with. */
export class SandboxControlError extends Error {
  override readonly name = 'SandboxControlError';
  /** The HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;

  constructor(message: string, status?: number, cause?: unknown) {
    super(message, { cause });
    this.status = status;
  }
}

/**
 * Drives a running sandbox.
 *
 * @throws {SandboxControlError} where the token is none; every method does where the sandbox refuses
 *
 * @example
 * const control = createSandboxControl({ token: 'sandbox-control' });
 * await control.grantCard({ platform: 'discord', platformUserId: '42', programId: 'program_123', cardId: 'card_456' });
 */
export function createSandboxControl(options: SandboxControlOptions): SandboxControl {
  const { url = 'http://127.0.0.1:4021', token, workspace = 'default' } = options;
  if (!isToken(token)) throw new SandboxControlError(noToken);

  async function call(id: ControlOperationId, given: Record<string, unknown>): Promise<unknown> {
    const { method, path, parameters } = endpoints[id];
    // A new workspace is named in the body, where a name is wanted; every other call is about one that is there.
    const input = id === 'createWorkspace' ? given : { ...given, workspace: given.workspace ?? workspace };
    const places: Record<string, string> = parameters;
    const body = Object.entries(input).filter(([name, value]) => !(name in places) && value !== undefined);
    const target = new URL(
      path.replaceAll(/\{(.+?)\}/g, (_, name) => encodeURIComponent(String(input[name]))),
      url,
    );
    for (const [name, place] of Object.entries(places)) {
      if (place === 'query' && input[name] !== undefined) target.searchParams.set(name, String(input[name]));
    }
    const response = await fetch(target, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      redirect: 'error',
      ...(method !== 'GET' && method !== 'DELETE' && { body: JSON.stringify(Object.fromEntries(body)) }),
    }).catch((error: Error) => {
      const reason = (error.cause as NodeJS.ErrnoException | undefined)?.code ?? error.message;
      throw new SandboxControlError(
        `No sandbox answers at ${url} (${reason}). Start one, or give the URL of its control side.`,
        undefined,
        error,
      );
    });
    if (response.status === 204) return undefined;
    const answer = (await response.json().catch(() => undefined)) as Partial<ErrorBody> | undefined;
    if (response.ok) return answer;
    const said: unknown = answer?.status?.errorMessage;
    const otherwise = `${url} answers ${response.status}, and not as the control side of a sandbox does.`;
    throw new SandboxControlError(typeof said === 'string' ? said : otherwise, response.status);
  }

  const methods = Object.keys(endpoints).map((id) => [
    id,
    (input: Record<string, unknown> = {}) => call(id as ControlOperationId, input),
  ]);
  // Each method has the type of its operation, which the loop over their names cannot show.
  return Object.fromEntries(methods) as SandboxControl;
}
