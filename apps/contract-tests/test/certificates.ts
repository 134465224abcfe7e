import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** A certificate and its key, in PEM, and their files. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly certFile: string;
  readonly keyFile: string;
}

/** Creates certificates with openssl, in a temporary folder. */
export async function createCertificates() {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-certificates-'));
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  const read = async (name: string): Promise<Certificate> => ({
    cert: await readFile(join(folder, `${name}.pem`), 'utf8'),
    key: await readFile(join(folder, `${name}.key`), 'utf8'),
    certFile: join(folder, `${name}.pem`),
    keyFile: join(folder, `${name}.key`),
  });
  /** Signs its own certificate. */
  const createRoot = async (name: string, alternativeName: string) => {
    const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${alternativeName}`];
    await openssl('req', '-x509', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.pem`, '-days', '2', ...subject);
    return await read(name);
  };
  const ca = await createRoot('ca', 'DNS:ca.example');
  const create = async (name: string, alternativeName: string, days = '2') => {
    await openssl('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    await writeFile(join(folder, `${name}.ext`), `subjectAltName=${alternativeName}\n`);
    const issuer = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', `${name}.ext`];
    await openssl('x509', '-req', '-in', `${name}.csr`, ...issuer, '-days', days, '-out', `${name}.pem`);
    return await read(name);
  };
  return {
    folder,
    ca,
    server: await create('server', 'IP:127.0.0.1,DNS:localhost'),
    expired: await create('expired', 'IP:127.0.0.1', '-1'),
    otherHost: await create('other-host', 'DNS:api.example.com'),
    client: await create('client', 'DNS:client.example'),
    selfSigned: await createRoot('self-signed', 'IP:127.0.0.1'),
    remove: () => rm(folder, { recursive: true }),
  };
}
