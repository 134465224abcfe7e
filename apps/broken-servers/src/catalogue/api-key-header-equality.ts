import { shortHeader, underscoreHeader } from '../changes/api-keys.ts';
import { changeErrorStatus, changePrograms, changeSingle } from '../changes/bodies.ts';
import { createDefects, type Row } from '../entry.ts';
import { readHeader } from '../server/headers.ts';
import type { RawRequest } from '../server/respond.ts';

const hasHeader = (name: string) => (request: RawRequest) => readHeader(request, name) !== '';

const rows: readonly Row[] = [
  [
    'message-names-header',
    'names the key header in the message for an unknown key',
    changeErrorStatus(({ errorCode, errorMessage }, _, request) => ({
      errorMessage:
        errorCode === 1001 && hasHeader(shortHeader)(request) ? `${errorMessage} See ${shortHeader}.` : errorMessage,
    })),
  ],
  [
    'messages-depend-on-header',
    'returns other error messages if the key is in gft-api-key',
    changeErrorStatus((status, _, request) =>
      hasHeader(shortHeader)(request) ? { errorMessage: 'That failed with this header.' } : status,
    ),
    { check: '/equal-headers/' },
  ],
  [
    'code-depends-on-header',
    'returns the error code of a missing key for an unknown key in gft-api-key',
    changeErrorStatus(({ errorCode }, _, request) => ({
      errorCode: errorCode === 1001 && hasHeader(shortHeader)(request) ? 1002 : errorCode,
    })),
  ],
  [
    'reward-depends-on-header',
    'returns a single program without its reward if the key is in x-gft_api_key',
    changeSingle((program, request) => (hasHeader(underscoreHeader)(request) ? { ...program, reward: null } : program)),
  ],
  [
    'name-depends-on-header',
    'returns other program names if the key is in gft-api-key',
    changePrograms((program, request) => (hasHeader(shortHeader)(request) ? { ...program, name: 'Other' } : program)),
    { check: '/equal-headers/' },
  ],
];

export const apiKeyHeaderEqualityDefects = createDefects('authentication', rows);
