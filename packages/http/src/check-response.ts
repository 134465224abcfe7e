import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { OutgoingResponse } from './response.ts';

/**
 * Checks that a response can be sent. An error while it is being sent would end the process.
 *
 * @throws {Error} if the handler returned a status code or a header that HTTP does not allow
 */
export function checkResponse({ status, headers = {} }: OutgoingResponse): void {
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw new Error(`The handler returned the status code ${status}. Use 200 to 599.`);
  }
  for (const [name, value] of Object.entries(headers)) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  }
}
