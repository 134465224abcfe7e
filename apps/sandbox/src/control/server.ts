import { timingSafeEqual } from 'node:crypto';
import {
  type Cors,
  createCors,
  createPipeline,
  type ListeningServer,
  type Operation,
  type Pipeline,
  RequestError,
  serve,
} from '@giftoin/http';
import { createControlOperations, createControlOptions } from '@giftoin/simulator/sandbox';
import { hashSecret } from '../hash-secret.ts';
import { type SqlStore, StoreUnavailableError } from '../store/index.ts';

export interface ControlOptions {
  readonly port: number;
  readonly host: string;
  /** See `ListenOptions`. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** The bearer token that every request must carry. */
  readonly token: string;
  /** The exact origins whose pages can call the control API. Empty for none. */
  readonly origins: readonly string[];
}

/** Serves the control API, as its document describes it. */
export async function startControl(store: SqlStore, options: ControlOptions): Promise<ListeningServer> {
  const { port, host, allowedHosts, origins } = options;
  let pipeline: Promise<Pipeline<Operation, void>> | undefined;
  return serve({
    respond: async (request) => {
      // Created at the first request, so that a sandbox that is not controlled starts without reading the document.
      pipeline ??= createControlPipeline(store, options);
      return (await pipeline)(request);
    },
    port,
    host,
    ...(origins.length > 0 && { cors: await createControlCors(origins) }),
    allowedHosts,
    // A world of many users takes a while to be stored.
    requestTimeout: 60_000,
    idleTimeout: 300_000,
  });
}

/** The responses are JSON without headers of their own, so that a page needs to read none. */
async function createControlCors(origins: readonly string[]): Promise<Cors> {
  const { serverOperations } = await import('@giftoin/types/sandbox-control/server-operations');
  return createCors(serverOperations, { origins, request: ['authorization'] });
}

async function createControlPipeline(store: SqlStore, { token }: ControlOptions): Promise<Pipeline<Operation, void>> {
  const openapi = await import('@giftoin/openapi');
  const document = await openapi.readDocument(openapi.sandboxControlFile);
  const validate = openapi.createSchemaValidator(document);
  const tokenHash = Buffer.from(hashSecret(token));
  return createPipeline({
    operations: openapi.listOperations(document),
    validate,
    validateInParts: openapi.createPartsValidator(document, validate),
    authenticate: ({ request }) => {
      const sent = /^Bearer (.+)$/i.exec(String(request.headers.authorization ?? ''))?.[1] ?? '';
      if (timingSafeEqual(Buffer.from(hashSecret(sent)), tokenHash)) return;
      throw new RequestError(401, 'The token is missing or wrong. Send the header "authorization: Bearer TOKEN".');
    },
    ...createControlOptions(createControlOperations(store)),
    toRequestError,
  });
}

function toRequestError(error: Error): RequestError {
  if (error instanceof StoreUnavailableError) {
    return new RequestError(503, `${error.message} Try again later.`, { cause: error });
  }
  return new RequestError(500, `An unexpected error occurred: ${error.message}`, { cause: error });
}
