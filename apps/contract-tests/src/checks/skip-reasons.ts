import type { Operation } from '@giftoin/openapi';
import { findNamingParameter } from '../model/operations.ts';
import { createKnownSegments, type ServerUnderTest } from '../model/server-under-test.ts';

/** Why checks are skipped that require a program. */
const nothingListed = 'the list is empty. Pass a program with --program';

/** Why checks are skipped that require a resource; undefined if one is known. */
export function findMissingResource(server: ServerUnderTest, operation: Operation): string | undefined {
  if (createKnownSegments(server, operation)) return findMissingParameter(server, operation);
  if (findNamingParameter(operation)?.name === 'programId') return nothingListed;
  return 'the server has no resource with the IDs in the examples of the document. Pass others with --parameter';
}

/** Why an operation cannot be requested: a required parameter has no value. */
export function findMissingParameter(
  { requiredParameters }: ServerUnderTest,
  { operationId }: Operation,
): string | undefined {
  const [name] = Object.entries(requiredParameters.get(operationId) ?? {}).find(([, texts]) => !texts) ?? [];
  return name && `no value of the parameter ${name} is known. Pass one with --parameter ${name}=VALUE`;
}

/** Why checks are skipped that require that the server knows some keys and not others. */
export const anyKeyAccepted = 'this mock accepts any key. Start it with the keys that it should know';

/** Why checks of pages are skipped that a mock does not have. */
export const noPages = 'a mock has no state. It returns the same items in every page';

/** Why checks are skipped that require that the server knows which resources exist. */
export const noState = 'a mock has no state. It returns a resource for any ID';
