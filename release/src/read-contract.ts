import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';

/** The package whose version is the version of the OpenAPI document. */
export const contractPackage = '@giftoin/openapi';
export const documentFile = 'openapi/openapi.yaml';
export const releasedFile = 'openapi/released.yaml';

export interface Contract {
  /** `info.version` of the document. */
  readonly version: string;
  /** `info.version` of the last released document. */
  readonly releasedVersion: string;
  /** The version in the package.json of the contract's package. */
  readonly packageVersion: string;
  /** Whether the document differs from the released document. Comments and formatting do not count. */
  readonly isChanged: boolean;
}

export function readContract(root: string): Contract {
  const document = parse(readFileSync(join(root, documentFile), 'utf8'));
  const released = parse(readFileSync(join(root, releasedFile), 'utf8'));
  const { version } = JSON.parse(readFileSync(join(root, 'openapi/package.json'), 'utf8'));
  return {
    version: String(document.info.version),
    releasedVersion: String(released.info.version),
    packageVersion: version,
    isChanged: !isDeepStrictEqual(document, released),
  };
}
