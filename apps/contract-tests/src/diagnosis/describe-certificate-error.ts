import type { ConnectionError } from './connection-error.ts';
import { toPlainText } from './quote-text.ts';

const trust =
  'Pass the certificate of its authority with --ca FILE or NODE_EXTRA_CA_CERTS, or --insecure to accept any certificate.';

const reasons: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'is signed by an authority that is not trusted',
  UNABLE_TO_GET_ISSUER_CERT: 'is signed by an authority that is not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'is signed by an authority that is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'is signed by an authority that is not trusted, or the server does not send the whole chain',
  CERT_UNTRUSTED: 'is not trusted',
  INVALID_CA: 'is signed by a certificate that is not one of an authority',
  PATH_LENGTH_EXCEEDED: 'has a chain that is not valid',
  INVALID_PURPOSE: 'is not one for a server',
  CERT_SIGNATURE_FAILURE: 'has a signature that is not valid',
  CERT_REJECTED: 'is rejected',
};

/** Describes an error of the certificate of a server; undefined if the error is another one. */
export function describeCertificateError(url: string, error: ConnectionError | undefined): string | undefined {
  const { code = '', cert } = error ?? {};
  const start = `The certificate of ${url}`;
  if (code === 'CERT_HAS_EXPIRED') {
    return `${start} has expired (${code}). Renew it, or pass --insecure to accept any certificate.`;
  }
  if (code === 'CERT_NOT_YET_VALID') {
    return `${start} is not valid yet (${code}). Check the clocks, or pass --insecure to accept any certificate.`;
  }
  if (code === 'CERT_REVOKED') return `${start} is revoked (${code}). Replace it.`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const names = cert?.subjectaltname === undefined ? 'another host' : toPlainText(cert.subjectaltname);
    return `${start} is for ${names} (${code}). Pass that host in --url, or --insecure to accept any certificate.`;
  }
  const reason = reasons[code];
  return reason === undefined ? undefined : `${start} ${reason} (${code}). ${trust}`;
}
