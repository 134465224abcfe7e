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
    if (!headerName.test(name))
      throw new Error(`The handler returned a header with the invalid name ${JSON.stringify(name)}.`);
    if (!headerValue.test(value)) throw new Error(`The handler returned the header ${name} with an invalid value.`);
  }
}

/** As Node.js checks them (RFC 9110, section 5): a token, and a value without control characters, in Latin-1. */
const headerName = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;
