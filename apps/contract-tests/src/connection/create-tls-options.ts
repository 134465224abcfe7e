import { createPrivateKey, X509Certificate } from 'node:crypto';
import tls, { type SecureContextOptions } from 'node:tls';
import { CouldNotRunError } from '../model/contract-options.ts';
import type { ConnectionOptions } from './connection-options.ts';

/** What a TLS connection needs to know, apart from its address. */
export type TlsOptions = Pick<SecureContextOptions, 'ca' | 'cert' | 'key' | 'passphrase'> & {
  readonly rejectUnauthorized?: boolean;
};

/**
 * Creates the TLS options of all connections. Options that are not set keep the default of Node.js, which the variables
 * `NODE_EXTRA_CA_CERTS` and `NODE_TLS_REJECT_UNAUTHORIZED` change.
 *
 * @throws {CouldNotRunError} if a certificate or a key cannot be used
 */
export function createTlsOptions(options: ConnectionOptions): TlsOptions {
  const { clientCertificate, clientKey = clientCertificate, clientKeyPassphrase, ca, insecure } = options;
  if (clientKey !== undefined && clientCertificate === undefined) {
    throw new CouldNotRunError('There is a client key without a client certificate. Pass it with --client-cert FILE.');
  }
  check('The CA file', '--ca', { ca });
  check('The client certificate', '--client-cert', { cert: clientCertificate });
  check('The client key', '--client-key', { key: clientKey, passphrase: clientKeyPassphrase });
  const tlsOptions: TlsOptions = {
    ...(ca !== undefined && { ca: [...listDefaultAuthorities(), ca] }),
    ...(clientCertificate !== undefined && { cert: clientCertificate, key: clientKey }),
    ...(clientKeyPassphrase !== undefined && { passphrase: clientKeyPassphrase }),
    ...(insecure && { rejectUnauthorized: false }),
  };
  if (clientCertificate !== undefined && clientKey !== undefined) {
    const key = createPrivateKey({ key: clientKey, passphrase: clientKeyPassphrase });
    if (!new X509Certificate(clientCertificate).checkPrivateKey(key)) {
      throw new CouldNotRunError(
        'The client key does not belong to the client certificate. Pass its key with --client-key FILE.',
      );
    }
  }
  return tlsOptions;
}

function check(name: string, flag: string, options: SecureContextOptions): void {
  try {
    // A file without a certificate would otherwise be the same as no file.
    if (typeof options.ca === 'string' && !options.ca.includes('-----BEGIN ')) throw new Error('there is no PEM in it');
    tls.createSecureContext(options);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const advice =
      code === 'ERR_OSSL_BAD_DECRYPT' || /passphrase|interrupted or cancelled/i.test(`${code} ${message}`)
        ? 'Pass its passphrase in GIFTOIN_CLIENT_KEY_PASSPHRASE.'
        : `Pass the path of a PEM file with it as ${flag}.`;
    throw new CouldNotRunError(`${name} cannot be used (${code ?? message}). ${advice}`);
  }
}

/** Node.js before 22.15 cannot list what `NODE_EXTRA_CA_CERTS` adds. */
function listDefaultAuthorities(): readonly string[] {
  return tls.getCACertificates?.('default') ?? tls.rootCertificates;
}
