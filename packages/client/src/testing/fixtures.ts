import type { ErrorBody, OperationId, OperationResponse } from '@giftoin/types';
import { errorExamples, responseExamples } from '@giftoin/types/examples';

/** The name of an example in the OpenAPI document: of a response, for example `claimed`, or of an error, for example `rateLimited`. */
export type ExampleName = ResponseExampleName | ErrorExampleName;

/** The name of an example of a successful response. */
export type ResponseExampleName = { [Id in OperationId]: keyof (typeof responseExamples)[Id] }[OperationId];

/** The name of an example of an error. */
export type ErrorExampleName = keyof typeof errorExamples;

/** The examples: of responses by operationId and name, and of errors, with their status code, by name. */
export type Fixtures = {
  readonly [Id in OperationId]: { readonly [Name in keyof (typeof responseExamples)[Id]]: OperationResponse<Id> };
} & {
  readonly errors: { readonly [Name in ErrorExampleName]: { readonly status: number; readonly body: ErrorBody } };
};

/**
 * The examples of the OpenAPI document, typed.
 *
 * @example
 * expect(render(fixtures.getCollectionChallengeProgress.claimed)).toContain('GIFT-7Q4X-2M9K');
 */
export const fixtures: Fixtures = {
  ...responseExamples,
  errors: errorExamples,
  // The examples match their schemas. TypeScript refuses some that do, for example an object without any known property.
} as unknown as Fixtures;
