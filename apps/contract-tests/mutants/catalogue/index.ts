import type { Mutant } from '../mutant.ts';
import { authenticationHeaders } from './authentication-headers.ts';
import { authenticationKeys } from './authentication-keys.ts';
import { authenticationSecrecy } from './authentication-secrecy.ts';
import { errorDefects } from './errors.ts';
import { listAndOneDefects } from './list-and-one.ts';
import { notFoundDefects } from './not-found.ts';
import { hostileParameterDefects } from './parameters-hostile.ts';
import { parameterPatternDefects } from './parameters-patterns.ts';
import { userDefects } from './parameters-users.ts';
import { byteDefects } from './protocol-bytes.ts';
import { headerDefects } from './protocol-headers.ts';
import { repeatedCallDefects } from './repeated-calls.ts';
import { countDefects } from './rules-counts.ts';
import { stateDefects } from './rules-states.ts';
import { containerDefects } from './shapes-containers.ts';
import { missingShapeDefects } from './shapes-missing.ts';
import { typeDefects } from './shapes-types.ts';
import { contentVariants } from './variants-content.ts';
import { movingVariants } from './variants-moving.ts';
import { protocolVariants } from './variants-protocol.ts';

/** Every mutant: those that break the contract first, then those that keep it. */
export const catalogue: readonly Mutant[] = [
  ...authenticationHeaders,
  ...authenticationKeys,
  ...authenticationSecrecy,
  ...parameterPatternDefects,
  ...hostileParameterDefects,
  ...userDefects,
  ...errorDefects,
  ...notFoundDefects,
  ...missingShapeDefects,
  ...typeDefects,
  ...containerDefects,
  ...countDefects,
  ...stateDefects,
  ...listAndOneDefects,
  ...repeatedCallDefects,
  ...headerDefects,
  ...byteDefects,
  ...contentVariants,
  ...movingVariants,
  ...protocolVariants,
];
