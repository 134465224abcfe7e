import { apiKeyHeaders } from '@giftoin/types';
import { dashHeader, underscoreHeader } from '../changes/api-keys.ts';
import { changeRequest, changeResponse, createErrorResponse, createHtmlResponse } from '../changes/responses.ts';
import { createVariants, type Row } from '../entry.ts';
import { listHeaderValues, withHeader } from '../server/headers.ts';
import type { Change, RawRequest, RawResponse } from '../server/respond.ts';

const createLimited = (seconds: string) =>
  withHeader(createErrorResponse(429, 429, 'Too many requests.'), 'Retry-After', seconds);

/** Limits requests by their number. Requests that get 401 do not count. */
const limitRequests =
  (seconds: string, isLimited: (count: number) => boolean): Change =>
  (respond) => {
    let count = 0;
    return async (request) => {
      const response = await respond(request);
      if (response.status === 401) return response;
      count += 1;
      return isLimited(count) ? createLimited(seconds) : response;
    };
  };

const dotSegmentOrSlash = /%2F|\/\/|\/(\.|%2E){1,2}(\/|$)/i;

/** Rejects paths that proxies reject before the server receives them. The contract allows any 4xx. */
const rejectPaths = (createRejection: (status: number) => RawResponse, maxLength: number): Change =>
  changeResponse((response, { target }) => {
    const [path = ''] = target.split('?');
    if (target.length > maxLength) return createRejection(414);
    return dotSegmentOrSlash.test(path) ? createRejection(404) : response;
  });

const createNginxPage = (status: number) => withHeader(createHtmlResponse(status, 'Rejected'), 'Server', 'nginx');

const rows: readonly Row[] = [
  ['limited-once', 'returns 429 once, with a Retry-After of 1 second', limitRequests('1', (count) => count === 21)],
  ['limited-often', 'returns 429 for 1 of 7 requests', limitRequests('0', (count) => count % 7 === 0)],
  [
    'limited-in-a-row',
    'returns 429 for the first request, and later for 3 in a row',
    limitRequests('0', (count) => count === 1 || (count >= 30 && count <= 32)),
  ],
  [
    'proxy-html',
    'rejects dot segments, encoded slashes and long paths with an HTML page',
    rejectPaths((status) => createHtmlResponse(status, 'Rejected'), 4_000),
  ],
  [
    'proxy-no-body',
    'rejects dot segments, encoded slashes and long paths without a body',
    rejectPaths((status) => ({ status, headers: [], body: Buffer.from('') }), 8_000),
  ],
  [
    'proxy-nginx',
    'is behind nginx, which also rejects a % without digits and an encoded NUL with a page of its own',
    changeResponse((response, { target }) => {
      const [path = ''] = target.split('?');
      if (path.length > 8_000) return createNginxPage(414);
      if (/%(?![0-9a-f]{2})|%00/i.test(path)) return createNginxPage(400);
      return dotSegmentOrSlash.test(path) ? createNginxPage(404) : response;
    }),
  ],
  [
    'proxy-headers',
    'rejects long or non-ASCII request headers with 431 and an HTML page',
    changeResponse((response, { headers }) =>
      headers.flat().some((text) => text.length > 3_000 || /[^ -~]/.test(text))
        ? createHtmlResponse(431, 'Rejected')
        : response,
    ),
  ],
  [
    'proxy-joins-headers',
    'is behind a proxy that joins repeated headers with a comma',
    changeRequest((request) =>
      apiKeyHeaders.reduce<RawRequest>((joined, name) => {
        const values = listHeaderValues(joined, name);
        return values.length > 1 ? withHeader(joined, name, values.join(', ')) : joined;
      }, request),
    ),
  ],
  [
    'dash-and-underscore-joined',
    'treats x-gft_api_key and x-gft-api-key as the same header, and joins the values with a comma',
    changeRequest((request) => {
      const values = [...listHeaderValues(request, underscoreHeader), ...listHeaderValues(request, dashHeader)];
      if (values.length === 0) return request;
      return withHeader(withHeader(request, underscoreHeader, values.join(', ')), dashHeader, undefined);
    }),
  ],
];

export const proxyVariants = createVariants('conforming', rows);
