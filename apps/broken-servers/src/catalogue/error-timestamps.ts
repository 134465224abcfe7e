import { changeErrorBody, changeErrorStatus } from '../changes/bodies.ts';
import { combine, onError } from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';
import { withHeader } from '../server/headers.ts';

const hour = 3_600_000;
const changeTimestamp = (change: (now: number) => unknown) =>
  changeErrorStatus((status) => ({ timestamp: change(status.timestamp) }));
const toSeconds = (now: number) => Math.floor(now / 1_000);
const errorBody: EntryOptions = { check: 'responses/error', requestsOf: '/unknown-key' };

const rows: readonly Row[] = [
  [
    'no-timestamp',
    'returns an error without a timestamp',
    changeErrorBody(({ timestamp: _, ...rest }) => ({ status: rest })),
    errorBody,
  ],
  ['seconds', 'returns the timestamp of an error in seconds', changeTimestamp(toSeconds), errorBody],
  [
    'seconds-without-date',
    'returns the timestamp of an error in seconds, without a Date header',
    combine(
      changeTimestamp(toSeconds),
      onError((response) => withHeader(response, 'Date', undefined)),
    ),
    errorBody,
  ],
  ['microseconds', 'returns the timestamp of an error in microseconds', changeTimestamp((now) => now * 1_000)],
  [
    'iso-date',
    'returns the timestamp of an error as an ISO date',
    changeTimestamp((now) => new Date(now).toISOString()),
  ],
  [
    'timestamp-of-docs',
    'returns the timestamp of the documentation in errors',
    changeTimestamp(() => 1_644_825_600_000),
  ],
  [
    'timestamp-of-start',
    'returns the time of its start, 3 days ago, in errors',
    changeTimestamp((now) => now - 72 * hour),
  ],
  ['future', 'returns a timestamp 2 days in the future in errors', changeTimestamp((now) => now + 48 * hour)],
  ['timestamp-zero', 'returns 0 as the timestamp of an error', changeTimestamp(() => 0)],
  [
    'seconds-string',
    'returns the timestamp of an error in seconds, as a string',
    changeTimestamp((now) => String(toSeconds(now))),
  ],
];

export const errorTimestampDefects = createDefects('errors', rows);
