import {
  type CloseOptions,
  createCors,
  createPipeline,
  createUnknownApiKeyError,
  RequestError,
  serve,
} from '@giftoin/http';
import { createPartsValidator, createSchemaValidator, listOperations, readDocument } from '@giftoin/openapi';
import { createHandler } from './handler.ts';

export interface MockOptions {
  /** The port to listen on. 0 uses any free port. Default: 4010. */
  readonly port?: number;
  /** The address to listen on. Default: 127.0.0.1, which only this machine reaches. */
  readonly host?: string;
  /**
   * Names and addresses that requests can have in `Host` beside those of this machine. Default: none if only this machine
   * can reach the mock, else all.
   */
  readonly allowedHosts?: readonly string[];
  /** The API keys that are known. Any other key gets 401 and error code 1001. Default: any key is known. */
  readonly keys?: readonly string[];
  /** The path of another OpenAPI 3.1 document to serve. Default: the document of the Giftoin API. */
  readonly document?: string;
}

/** A running mock. */
export interface Mock {
  /** The origin, for example `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and closes all connections. */
  close(options?: CloseOptions): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a mock of the API in this process: it responds to every request with an example of the document.
 *
 * @throws {Error} if the port is in use
 * @throws {DocumentError} if the document cannot be read, or contains what is not supported
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 4010, host = '127.0.0.1', allowedHosts, keys } = options;
  const document = await readDocument(options.document);
  const operations = listOperations(document);
  const validate = createSchemaValidator(document);
  const handle = await createHandler(document, validate);
  const respond = await createPipeline({
    operations,
    validate,
    validateInParts: createPartsValidator(document, validate),
    authenticate: ({ apiKey }) => {
      if (apiKey && keys && !keys.includes(apiKey.key)) throw createUnknownApiKeyError();
    },
    handler: (parameters, context) =>
      handle(parameters, context).catch((error: Error) => {
        if (error instanceof RequestError) throw error;
        throw new RequestError(500, `The mock failed: ${error.message}.`, { cause: error });
      }),
  });
  const cors = createCors(operations);
  const { url, port: actualPort, close } = await serve({ respond, port, host, allowedHosts, cors });
  return { url, port: actualPort, close, [Symbol.asyncDispose]: () => close() };
}
