/** How to reach the server. */
export interface ConnectionOptions {
  /** The certificate and key that the server requires of its clients, in PEM. */
  readonly clientCertificate?: string | undefined;
  /** The key of `clientCertificate`, in PEM. Default: the key in `clientCertificate`. */
  readonly clientKey?: string | undefined;
  /** The passphrase of the key. */
  readonly clientKeyPassphrase?: string | undefined;
  /** Certificates of authorities to trust in addition to those of Node.js, in PEM. */
  readonly ca?: string | undefined;
  /** Whether to accept any certificate of the server. Default: false. */
  readonly insecure?: boolean | undefined;
  /** The URL of an HTTP proxy to send all requests through. Its user name and password are never reported. Default: none. */
  readonly proxy?: string | undefined;
}
