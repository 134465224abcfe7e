/**
 * For the tests of programs that use the client: the examples of the OpenAPI document as fixtures, and a fake `fetch` that
 * responds with them.
 *
 * @module
 */
export { type FakeFetch, type FakeRequest, fakeFetch } from './testing/fake-fetch.ts';
export type { FakeResponse } from './testing/fake-response.ts';
export {
  type ErrorExampleName,
  type ExampleName,
  type Fixtures,
  fixtures,
  type ResponseExampleName,
} from './testing/fixtures.ts';
