import { randomInt } from 'node:crypto';
import type { ApiKey } from '../model/api-key.ts';
import { readContract } from '../model/contract.ts';
import { type ContractOptions, CouldNotRunError } from '../model/contract-options.ts';
import { createExtraHeaders, listHeaderSecrets } from '../model/extra-headers.ts';
import { createRedactors } from '../model/redactors.ts';
import type { ServerOptions } from '../model/server-under-test.ts';
import { parseServerUrl } from '../model/server-url.ts';

/**
 * Reads the document and the keys of a run.
 *
 * Throws CouldNotRunError if the URL or a header cannot be used, or if the server is production and operations that change data are to be checked.
 */
export async function createServerOptions(options: ContractOptions): Promise<ServerOptions> {
  const contract = await readContract(options.document);
  const address = parseServerUrl(options.url);
  const { origin } = address;
  if (options.writes && contract.productionOrigin === origin.origin && !isLoopback(origin)) {
    throw new CouldNotRunError(
      `${origin.origin} is the first server of the document, which is production. Check operations that change data on a ` +
        'sandbox or on staging only.',
    );
  }
  const key: ApiKey = { value: options.key, placeholder: '$GIFTOIN_API_KEY' };
  const keysFor = new Map(
    Object.entries(options.keysFor ?? {}).map(([status, value]): [number, ApiKey] => [
      Number(status),
      { value, placeholder: `$GIFTOIN_API_KEY_${status}` },
    ]),
  );
  const keyHeaders = contract.operations.flatMap(({ apiKeyHeaders }) => apiKeyHeaders);
  const extraHeaders = createExtraHeaders(options.headers ?? {}, keyHeaders);
  return {
    contract,
    address,
    extraHeaders,
    key,
    keysFor,
    isDirect: options.direct ?? false,
    isInsecure: options.insecure ?? false,
    checksWrites: options.writes ?? false,
    seed: options.seed ?? randomInt(2 ** 31),
    redactors: createRedactors([key, ...keysFor.values()], listHeaderSecrets(extraHeaders)),
    formatMessage: options.formatMessage ?? (({ message }) => message),
  };
}

function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|127\..*|\[::1\])$/.test(hostname);
}
