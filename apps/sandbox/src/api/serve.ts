import type { IncomingMessage } from 'node:http';
import { createRouter, decodePathParameters, formatAllow, parseTarget, type Route } from '@giftoin/http';
import { endpoints, type OperationId, type OperationParameters, parameterPatterns } from '@giftoin/types';
import type { InjectedFault } from '@giftoin/types/sandbox-control';
import { parseWorkspace } from '../api-key.ts';
import type { Store, StoredApiKey, WorkspaceState } from '../store/index.ts';
import { readTime } from '../world/clock.ts';
import { type Answer, errorAnswer, errors } from './answer.ts';
import { faultAnswer } from './faulty.ts';
import type { Handler } from './handler.ts';
import { handlers } from './handlers.ts';
import { knownKey, sentKey } from './key.ts';
import { type Memory, memoryOf } from './memory.ts';

/** What became of a request, for the answer, the journal and the log. */
export interface Served {
  readonly answer: Answer;
  /** The path as it was sent, without its query. */
  readonly path: string;
  readonly operationId?: OperationId;
  readonly workspace?: string;
  readonly keyName?: string | null;
  /** The header that carried the key. */
  readonly header?: string;
  /** What befalls the answer on its way. */
  readonly fault?: InjectedFault | undefined;
  /** What went wrong in the sandbox itself, if anything did. */
  readonly error?: Error;
}

interface Endpoint {
  readonly operationId: OperationId;
  readonly method: string;
  readonly path: string;
}

const patterns = new Map(Object.entries(parameterPatterns).map(([name, source]) => [name, new RegExp(source, 'u')]));
const routeTo = createRouter(
  Object.entries(endpoints).map(([operationId, { method, path }]): Endpoint => {
    return { operationId: operationId as OperationId, method, path };
  }),
);

/**
 * Answers requests by the contract, in its order of checks: the key (401), what the key may do (402, 403, 429), the
 * parameters (400), existence (404).
 *
 * @throws {StoreUnavailableError} where the database does not answer
 */
export function servingOf(store: Store): (request: IncomingMessage) => Promise<Served> {
  const memory = memoryOf(store);

  return async (request) => {
    const { path } = parseTarget(request.url ?? '/');
    const route = routeTo(path);
    if (!route) return { path, answer: errorAnswer(404, 'There is no such path.') };
    const { method = 'GET' } = request;
    const endpoint = route.operations.get(method === 'HEAD' ? 'get' : method.toLowerCase());
    if (!endpoint) return { path, answer: notAllowed(route) };
    const { operationId } = endpoint;

    const sent = sentKey(request.headers);
    if (!sent) return { path, operationId, answer: errors.missingKey() };
    const { header, key: text } = sent;
    const workspace = parseWorkspace(text);
    const unknown = () => ({ path, operationId, header, answer: errors.unknownKey() });
    if (workspace === undefined) return unknown();

    const parameters = validOf(route);
    const user = {
      platform: typeof parameters === 'string' ? '' : (parameters.get('platform') ?? ''),
      platformUserId: typeof parameters === 'string' ? '' : (parameters.get('platformUserId') ?? ''),
    };
    const versions = await store.readVersions(workspace, typeof parameters === 'string' ? undefined : user);
    const catalogue = versions && (await memory.catalogueAt(workspace, versions.workspace));
    const key = catalogue && knownKey(catalogue, text);
    if (!key) return unknown();

    const served = { path, operationId, workspace, header, keyName: key.keyName };
    const refused = key.isUnrestricted ? undefined : await refusedBy(store, workspace, key);
    if (refused) return { ...served, answer: refused };
    const fault = key.hasInjectedFaults ? await store.takeInjectedFault(workspace, key.keyName) : undefined;
    const befallen = fault && faultAnswer(fault);
    if (befallen) return { ...served, fault, answer: befallen };
    if (typeof parameters === 'string') return { ...served, fault, answer: errorAnswer(400, parameters) };

    const now = readTime(catalogue.clock);
    const view = { workspace, user, environment: key.environment, catalogue, versions, now };
    const body = await handled(memory, operationId, view, parameters);
    return { ...served, fault, answer: body ? { status: 200, body } : errors.notFound() };
  };
}

function notAllowed(route: Route<Endpoint>): Answer {
  const allow = formatAllow(route);
  return errorAnswer(405, `This path allows ${allow}.`, { headers: { allow } });
}

/** The parameters, decoded and held against the document's patterns; a sentence where one does not fit. */
function validOf(route: Route<Endpoint>): Map<string, string> | string {
  const parameters = decodePathParameters(route);
  if (typeof parameters === 'string') return parameters;
  for (const [name, value] of parameters) {
    const pattern = patterns.get(name);
    if (pattern && !pattern.test(value)) return `The parameter ${name} does not match ${pattern.source}.`;
  }
  return parameters;
}

async function refusedBy(store: Store, workspace: string, key: StoredApiKey): Promise<Answer | undefined> {
  const { overdue, planDenied, rateLimit } = key.settings;
  if (overdue) return errors.overdue();
  if (planDenied) return errors.planDenied();
  const wait = rateLimit ? await store.consumeRequestBudget(workspace, key.keyName, rateLimit) : 0;
  return wait > 0 ? errors.rateLimited(wait) : undefined;
}

function handled<Id extends OperationId>(
  memory: Memory,
  operationId: Id,
  view: Parameters<Handler<Id>>[1] & { readonly catalogue: WorkspaceState },
  parameters: ReadonlyMap<string, string>,
): Promise<Buffer | undefined> {
  // The route has just the parameters of its operation, and each is a string that fits.
  return handlers[operationId](memory, view, Object.fromEntries(parameters) as OperationParameters<Id>);
}
