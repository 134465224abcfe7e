import { apiKeyHeaders } from '@giftoin/types';
import { changeRequest, changeResponse, createErrorResponse } from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';
import { listHeaderValues, withHeader } from '../server/headers.ts';
import type { Change, RawRequest } from '../server/respond.ts';

/** Chooses one value of each repeated key header. A header with values separated by commas counts as repeated. */
const chooseValue = (choose: (values: readonly string[]) => string | undefined): Change =>
  changeRequest((request) =>
    apiKeyHeaders.reduce<RawRequest>((chosen, name) => {
      const values = listValues(chosen, name);
      return values.length > 1 ? withHeader(chosen, name, choose(values) ?? '') : chosen;
    }, request),
  );

const listValues = (request: RawRequest, name: string) =>
  listHeaderValues(request, name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim());

const isRepeated = (request: RawRequest) => apiKeyHeaders.some((name) => listHeaderValues(request, name).length > 1);

const found: EntryOptions = { check: '/repeated-header/' };

const rows: readonly Row[] = [
  ['repeated-last-wins', 'uses the last value of a repeated key header', chooseValue((values) => values.at(-1)), found],
  [
    'repeated-first-wins',
    'uses the first value of a repeated key header, even if it is empty',
    chooseValue(([first]) => first),
    found,
  ],
  [
    'repeated-joined',
    'takes the joined values of a repeated key header for one key',
    chooseValue((values) => (new Set(values).size > 1 ? values.join(' ') : `${values[0]} twice`)),
    found,
  ],
  [
    'repeated-rejected',
    'returns 400 for a repeated key header',
    changeResponse((response, request) => (isRepeated(request) ? createErrorResponse(400) : response)),
    found,
  ],
];

export const repeatedKeyHeaderDefects = createDefects('authentication', rows);
