import { request } from 'node:http';

/** The response of the control API. */
export interface ControlHttpResponse {
  readonly status: number;
  readonly json: { readonly status?: { readonly errorMessage: string } };
  readonly allow: string | undefined;
}

/** Sends a request to a control API without its client, so that tests can set every header. */
export function sendControlRequest(
  controlUrl: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
  body = '',
): Promise<ControlHttpResponse> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(controlUrl);
    const options = { hostname, port, path, method, headers, agent: false };
    const outgoing = request(options, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      const json = text ? JSON.parse(text) : {};
      resolve({ status: response.statusCode ?? 0, json, allow: response.headers.allow });
    });
    outgoing.end(body);
  });
}
