import type { Entry } from '../entry.ts';
import { apiKeyComparisonDefects } from './api-key-comparison.ts';
import { apiKeyErrorDefects } from './api-key-errors.ts';
import { apiKeyHeaderEqualityDefects } from './api-key-header-equality.ts';
import { apiKeyHeaderDefects } from './api-key-headers.ts';
import { apiKeyLeakDefects } from './api-key-leaks.ts';
import { apiKeySourceDefects } from './api-key-sources.ts';
import { errorBodyDefects } from './error-bodies.ts';
import { errorStatusDefects } from './error-statuses.ts';
import { errorTimestampDefects } from './error-timestamps.ts';
import { listAndSingleDefects } from './list-and-single.ts';
import { notFoundDefects } from './not-found.ts';
import { parameterDecodingDefects } from './parameter-decoding.ts';
import { parameterInjectionDefects } from './parameter-injection.ts';
import { parameterPatternDefects } from './parameter-patterns.ts';
import { protocolBodyDefects } from './protocol-bodies.ts';
import { protocolHeaderDefects } from './protocol-headers.ts';
import { queryParameterDefects } from './query-parameters.ts';
import { repeatedKeyHeaderDefects } from './repeated-key-headers.ts';
import { repeatedRequestDefects } from './repeated-requests.ts';
import { clockDefects } from './rules-clock.ts';
import { countDefects } from './rules-counts.ts';
import { stateDefects } from './rules-states.ts';
import { timeDefects } from './rules-times.ts';
import { containerDefects } from './schema-containers.ts';
import { missingPropertyDefects } from './schema-missing.ts';
import { typeDefects } from './schema-types.ts';
import { unknownUserDefects } from './unknown-users.ts';

/** Every defect. */
export const catalogue: readonly Entry[] = [
  ...apiKeyHeaderDefects,
  ...repeatedKeyHeaderDefects,
  ...apiKeyHeaderEqualityDefects,
  ...apiKeyComparisonDefects,
  ...apiKeySourceDefects,
  ...apiKeyErrorDefects,
  ...apiKeyLeakDefects,
  ...parameterPatternDefects,
  ...parameterDecodingDefects,
  ...parameterInjectionDefects,
  ...queryParameterDefects,
  ...unknownUserDefects,
  ...errorBodyDefects,
  ...errorTimestampDefects,
  ...errorStatusDefects,
  ...notFoundDefects,
  ...missingPropertyDefects,
  ...typeDefects,
  ...containerDefects,
  ...countDefects,
  ...stateDefects,
  ...timeDefects,
  ...clockDefects,
  ...listAndSingleDefects,
  ...repeatedRequestDefects,
  ...protocolHeaderDefects,
  ...protocolBodyDefects,
];
