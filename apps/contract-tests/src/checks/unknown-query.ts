import type { Check } from '../model/check.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { compareResponses, type Variant } from './compare-responses.ts';
import { findMissingResource } from './skip-reasons.ts';

/** Parameters that servers often support, each with a value that would have an effect. */
const common =
  '?limit=0&page=2&page_size=0&per_page=1&offset=1000&skip=1000&cursor=x&fields=id&select=id&exclude=cards&sort=-id&order=desc' +
  '&filter=x&q=x&search=x&status=ended&environment=none&rarity=none&lang=xx&locale=xx&format=xml&callback=x&pretty=1' +
  '&debug=1&include=all&expand=all&id=x&user=x&userId=x&platform=x&platformUserId=x&programId=x&program=x';
const unusual =
  '?no-such-parameter=1&no-such-parameter=2&=&&a[]=1&a[b]=2&__proto__[x]=1&constructor=1&%00=%00&%F0%9F%8E%B4=%22%27%3C%3E';
const long = `?${'no-such-parameter-'.repeat(110)}=1`;
const undecodable = '?a=%&b=%zz&c=%ff&%';

/** Checks that the query string has no effect. */
export function createUnknownQueryChecks(server: ServerUnderTest): Check[] {
  return server.contract.reads.map((operation) => {
    const { operationId: id } = operation;
    const documented = new Set(
      operation.parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name),
    );
    const keys = `?${operation.apiKeyHeaders.map((name) => `${name}=no-such-key-4c8e1f5a9b`).join('&')}&api_key=no-such-key-4c8e1f5a9b`;
    const queries = { empty: '?', common: removeParameters(common, documented), unusual, long, undecodable, keys };
    return {
      id: `${id}/unknown-query`,
      title: `${id} ignores unknown query parameters`,
      requirement: 'unknown-query',
      skip: findMissingResource(server, operation),
      run: async (context) => {
        const variants = Object.entries(queries).map(
          ([name, query]): Variant => ({ id: `${name}-query`, name: `the query ${query}`, request: { query } }),
        );
        const withoutQuery = { id: 'no-query', name: 'no query', request: {} };
        await compareResponses(server, context, operation, 'unknown-query', [withoutQuery, ...variants]);
      },
    };
  });
}

function removeParameters(query: string, names: ReadonlySet<string>): string {
  return query
    .split('&')
    .filter((part) => !names.has(part.replace(/^\?|=.*$/g, '')))
    .join('&')
    .replace(/^\??/, '?');
}
