/**
 * The one place that knows openapi-fetch: it fills paths and queries. It is in maintenance mode and pinned; a replacement
 * has to provide `bind` and nothing else.
 */
import { endpoints, type OperationId } from '@giftoin/types';
import type { paths } from '@giftoin/types/paths';
import createClient from 'openapi-fetch';

/** A request, addressed, with what its sender knows of the call. */
export interface Addressed<Call> {
  readonly method: string;
  readonly url: string;
  readonly call: Call;
}

/** Binds the document's operations to a base URL. What is sent, and how, is up to `send`. */
export function bind<Call, Answer>(baseUrl: string, send: (request: Addressed<Call>) => Promise<Answer>) {
  const client = createClient<paths>({
    baseUrl,
    // No Request and no Response: `send` makes the requests of all its attempts itself, and hands out what it has read.
    Request: addressed as unknown as typeof Request,
    fetch: async (request) => {
      const body = await send(request as unknown as Addressed<Call>);
      return { ...answered, body } as unknown as Response;
    },
  });
  // openapi-fetch types a call by a literal path. Here the path is any of them, so its parameters are untyped; the
  // client's own methods type them by the operation.
  const request = client.request as unknown as UntypedRequest<Call, Answer>;

  return async (operationId: OperationId, parameters: object, call: Call): Promise<Answer> => {
    const { method, path, parameters: places } = endpoints[operationId];
    const params: Record<string, Record<string, unknown>> = { path: {}, query: {} };
    for (const [name, place] of Object.entries(places)) {
      Object.assign(params[place] ?? {}, { [name]: Reflect.get(parameters, name) });
    }
    const { data } = await request(method, path, { params, call, parseAs: 'stream' });
    return data;
  };
}

/** What openapi-fetch constructs in the place of a Request. */
function addressed(url: string, { method, call }: Addressed<unknown>) {
  return { url, method, call };
}

/** What openapi-fetch looks at in a response whose body it hands out as a stream. */
const answered = { status: 200, ok: true, headers: { get: () => null } };

type UntypedRequest<Call, Answer> = (
  method: string,
  path: string,
  init: { params: object; call: Call; parseAs: 'stream' },
) => Promise<{ data: Answer }>;
