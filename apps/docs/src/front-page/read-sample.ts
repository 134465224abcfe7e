import type { CollectionChallengeProgress } from '@giftoin/client';
import { isObject, listOperations, type OpenApiDocument } from '@giftoin/openapi';
import { createPaths, sandboxOrigin } from '../errors/create-paths.ts';

/** What the front page shows of the document. */
export interface Sample {
  /** The command that starts a server. */
  readonly start: string;
  /** The request to paste. */
  readonly request: string;
  /** A part of its response, as JSON. */
  readonly response: string;
  /** The program in the picture. Undefined if the document has no such example. */
  readonly program: CollectionChallengeProgress | undefined;
}

/** The properties in the response on the front page. The others would hide how little a program needs to read. */
const shownProperties = [
  ...['id', 'name', 'size', 'collectedCount', 'progressInPercentage', 'status', 'cards'],
  ...['ownedQuantity', 'isOwned'],
];

/** Reads the sample request and its response from the first operation of a document. */
export function readSample(document: OpenApiDocument): Sample {
  const [operation] = listOperations(document);
  const examples = operation?.responses[0]?.examples;
  const [first] = examples?.values() ?? [];
  const pictured = examples?.get('inProgress');
  return {
    start: 'git clone https://github.com/giftoin/contract && cd contract && npx -y pnpm@12 sandbox',
    request: `curl -H 'x-gft-api-key: gft_default_sandbox' \\\n  ${sandboxOrigin}${createPaths(document).list}`,
    response: JSON.stringify(first ?? {}, toShown, 2),
    program: Array.isArray(pictured) ? (pictured[0] as CollectionChallengeProgress) : undefined,
  };
}

/** Omits the other properties of an object, for `JSON.stringify`. */
function toShown(_: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => shownProperties.includes(name)));
}
