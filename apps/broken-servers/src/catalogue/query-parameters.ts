import { changeList, changePrograms } from '../changes/bodies.ts';
import { onTarget, parseTarget, readQuery } from '../changes/parameters.ts';
import { changeResponse, changeResponseIf, createErrorResponse } from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';

const unknownQuery: EntryOptions = { check: '/unknown-query' };

const rows: readonly Row[] = [
  ['400', 'returns 400 for an unknown query parameter', onTarget(/\?./, createErrorResponse(400))],
  [
    'unknown-name-400',
    'returns 400 for a query parameter that no API has',
    onTarget(/\?.*no-such-parameter/, createErrorResponse(400)),
    unknownQuery,
  ],
  [
    'page',
    'returns a page of the list for the query parameter page',
    changeList((list, request) => (Number(readQuery(request, 'page') ?? 1) > 1 ? [] : list)),
  ],
  [
    'limit',
    'shortens the list for the query parameter limit',
    changeList((list, request) => (readQuery(request, 'limit') === '0' ? [] : list)),
    { check: 'listCollectionChallengeProgress/unknown-query' },
  ],
  [
    'fields',
    'leaves out properties for the query parameter fields',
    changePrograms((program, request) => {
      const names = readQuery(request, 'fields')?.split(',');
      return names ? Object.fromEntries(Object.entries(program).filter(([name]) => names.includes(name))) : program;
    }),
  ],
  [
    'callback',
    'returns JSONP for the query parameter callback',
    changeResponse((response, request) => {
      const name = readQuery(request, 'callback');
      return name === null
        ? response
        : {
            ...response,
            headers: [['Content-Type', 'application/javascript']],
            body: Buffer.from(`${name}(${response.body})`),
          };
    }),
  ],
  [
    'long-500',
    'returns 500 for a query of more than 1500 characters',
    changeResponseIf((request) => (parseTarget(request)?.query.length ?? 0) > 1_500, createErrorResponse(500)),
    unknownQuery,
  ],
  [
    'lone-percent-500',
    'returns 500 for a % without digits in the query',
    onTarget(/\?.*%(?![0-9A-Fa-f]{2})/, createErrorResponse(500)),
    unknownQuery,
  ],
];

export const queryParameterDefects = createDefects('query', rows);
