import type { Check } from '../check.ts';
import { compare } from '../equal.ts';
import { nothingListed } from '../requests.ts';
import { type Server, segmentsOf } from '../server.ts';

/** Names that servers tend to listen to, each with a value that would show it. */
const tempting =
  '?limit=0&page=2&page_size=0&per_page=1&offset=1000&skip=1000&cursor=x&fields=id&select=id&exclude=cards&sort=-id&order=desc' +
  '&filter=x&q=x&search=x&status=ended&environment=none&rarity=none&lang=xx&locale=xx&format=xml&callback=x&pretty=1' +
  '&debug=1&include=all&expand=all&id=x&user=x&userId=x&platform=x&platformUserId=x&programId=x&program=x';
const odd =
  '?no-such-parameter=1&no-such-parameter=2&=&&a[]=1&a[b]=2&__proto__[x]=1&constructor=1&%00=%00&%F0%9F%8E%B4=%22%27%3C%3E';
const long = `?${'no-such-parameter-'.repeat(110)}=1`;
const undecodable = '?a=%&b=%zz&c=%ff&%';

/** What stands in the query string changes nothing. */
export function unknownQuery(server: Server): Check[] {
  return server.contract.operations.map((operation) => {
    const { operationId: id } = operation;
    const known = new Set(operation.parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name));
    const without = (query: string) =>
      query
        .split('&')
        .filter((part) => !known.has(part.replace(/^\?|=.*$/g, '')))
        .join('&')
        .replace(/^\??/, '?');
    const keys = `?${operation.apiKeyHeaders.map((name) => `${name}=no-such-key-4c8e1f5a9b`).join('&')}&api_key=no-such-key-4c8e1f5a9b`;
    return {
      id: `${id}/unknown-query`,
      title: `${id} ignores unknown query parameters`,
      statement: 'query',
      skip: segmentsOf(server, operation) ? undefined : nothingListed,
      run: async (asking) => {
        const queries = ['?', without(tempting), odd, long, undecodable, keys];
        await compare(asking, operation, 'query', [
          { sent: {}, name: 'no query' },
          ...queries.map((query) => ({ sent: { query }, name: `the query ${query}` })),
        ]);
      },
    };
  });
}
