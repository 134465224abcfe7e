import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from '@giftoin/programs';

/** Certificates for a server on this machine. */
export interface Certificates {
  /** The certificate of `localhost`, but not of 127.0.0.1, and its key. */
  readonly certificate: string;
  readonly key: string;
  /** The file with the root certificate that has signed it. */
  readonly root: string;
  /** The file with another root certificate. */
  readonly otherRoot: string;
  remove(): Promise<void>;
}

export async function createCertificates(): Promise<Certificates> {
  const { command, environment: env, folder, remove } = await findProgram('openssl');
  const openssl = (args: readonly string[]) => promisify(execFile)(command, args, { cwd: folder, env });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  for (const root of ['root', 'other']) {
    await openssl(['req', '-x509', ...newKey, '-keyout', `${root}.key`, '-out', `${root}.crt`, '-subj', `/CN=${root}`]);
  }
  await openssl(['req', ...newKey, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost']);
  await writeFile(join(folder, 'names'), 'subjectAltName = DNS:localhost');
  const signer = ['-CA', 'root.crt', '-CAkey', 'root.key', '-CAcreateserial', '-extfile', 'names'];
  await openssl(['x509', '-req', '-in', 'server.csr', '-out', 'server.crt', ...signer]);
  return {
    certificate: await readFile(join(folder, 'server.crt'), 'utf8'),
    key: await readFile(join(folder, 'server.key'), 'utf8'),
    root: join(folder, 'root.crt'),
    otherRoot: join(folder, 'other.crt'),
    remove,
  };
}
