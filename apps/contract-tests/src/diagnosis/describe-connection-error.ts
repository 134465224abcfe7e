import type { TLSSocket } from 'node:tls';
import { connect } from 'node:tls';
import { ProxyError } from '../connection/proxy-error.ts';
import type { NoResponseError } from '../model/no-response-error.ts';
import { formatServerUrl, type ServerAddress } from '../model/server-url.ts';
import type { ConnectionError } from './connection-error.ts';
import { describeCertificateError } from './describe-certificate-error.ts';

/** How long to wait for a TLS handshake that only finds out whether a port speaks TLS, in milliseconds. */
const handshakeTimeout = 3_000;

/** Describes why there is no response: what happened, and what to do, in one line. */
export async function describeConnectionError(address: ServerAddress, error: NoResponseError): Promise<string> {
  const url = formatServerUrl(address);
  const { origin } = address;
  const { message, cause } = error;
  if (error.code === 'response-too-large') {
    return `The response of ${url} cannot be read: ${message}. Pass the --url of the API.`;
  }
  if (error.code === 'response-late') {
    if (error.hasHead) return `No complete response from ${url}: ${message}. Pass a longer --timeout if it is slow.`;
    return `No response from ${url}: ${message}. Pass --wait 60s if it is starting.`;
  }
  if (cause instanceof ProxyError) return describeProxyError(url, cause);
  const { code = '', message: text = '' } = (cause ?? {}) as ConnectionError;
  const certificate = describeCertificateError(url, cause as ConnectionError | undefined);
  if (certificate !== undefined) return certificate;
  if (origin.protocol === 'https:' && isNotTls(`${code} ${text}`)) {
    return `${url} does not speak TLS on this port. Pass --url ${url.replace(/^https:/, 'http:')}, or the port for https.`;
  }
  if (origin.protocol === 'http:' && error.code === 'response-incomplete' && (await speaksTls(address))) {
    return `${url} speaks TLS on this port. Pass --url ${url.replace(/^http:/, 'https:')}.`;
  }
  if (origin.protocol === 'https:' && /before secure TLS connection/.test(text)) {
    return `${url} closes the connection during the TLS handshake (${message}). Check the port, or pass http instead of https in --url.`;
  }
  return `No response from ${url}: ${message}. ${findAdvice(code, `${code} ${text}`)}`;
}

function describeProxyError(url: string, { message, status }: ProxyError): string {
  const advice =
    status === 407
      ? 'Put USER:PASSWORD@ into HTTPS_PROXY or HTTP_PROXY.'
      : 'Check HTTPS_PROXY and HTTP_PROXY, or list the host in NO_PROXY.';
  return `No response from ${url}: the proxy ${message}. ${advice}`;
}

function isNotTls(text: string): boolean {
  return /wrong.version.number|packet.length.too.long|http.request|unknown.protocol|record.layer.failure/i.test(text);
}

const adviceByCode: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there. Start the server, or pass --wait 60s to wait for it.',
  ENOTFOUND: 'The host name does not exist. Check --url, and whether a VPN or HTTPS_PROXY is required.',
  EAI_AGAIN: 'The host name could not be resolved. Check --url and the network.',
  ETIMEDOUT: 'Check --url, the firewall, and whether a VPN or HTTPS_PROXY is required.',
  EHOSTUNREACH: 'Check --url and the network.',
  ENETUNREACH: 'Check --url and the network.',
};

function findAdvice(code: string, text: string): string {
  if (
    /certificate.required|alert (bad|unknown|unsupported) c|handshake.failure|alert number (40|42|46|48|116)/i.test(
      text,
    )
  ) {
    return 'The server requires a client certificate that it knows. Pass it with --client-cert FILE and --client-key FILE.';
  }
  if (/protocol.version|unsupported.protocol|alert number 70/i.test(text)) {
    return 'The server speaks only an old version of TLS. Set NODE_OPTIONS=--tls-min-v1.0 to accept it.';
  }
  if (code.startsWith('HPE_')) return 'It is not HTTP. Check the port in --url.';
  return adviceByCode[code] ?? 'Check --url, and the log of the server.';
}

/** Whether a TLS handshake with the server succeeds. */
function speaksTls({ origin }: ServerAddress): Promise<boolean> {
  const host = origin.hostname.replace(/^\[(.*)\]$/, '$1');
  return new Promise((resolve) => {
    // Nothing is sent over the connection.
    const socket: TLSSocket = connect({
      host,
      port: Number(origin.port) || 80,
      rejectUnauthorized: false,
      timeout: handshakeTimeout,
    });
    const end = (result: boolean) => {
      resolve(result);
      socket.destroy();
    };
    socket.on('secureConnect', () => end(true));
    // An alert is TLS too, for example if the server requires a host name.
    socket.on('error', ({ message }) => end(/alert/i.test(message)));
    socket.on('timeout', () => end(false)).on('close', () => end(false));
  });
}
