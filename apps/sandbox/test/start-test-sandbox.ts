import { createSandboxControl, type SandboxControl, type SandboxOptions, startSandbox } from '@giftoin/sandbox';

/** The user of the default world, and a program in it. */
export const user = { platform: 'discord', platformUserId: '123456789012345678' } as const;
export const userProgram = { ...user, programId: 'program_123' } as const;
/** The path of the progress of this user in all programs. */
export const progressPath = '/api/v1/users/discord/123456789012345678/progress/collection-challenges';

/** Starts a sandbox on free ports, with a client of its control API. */
export async function startTestSandbox(options: SandboxOptions = {}) {
  const sandbox = await startSandbox({ port: 0, controlPort: 0, ...options });
  const control: SandboxControl = createSandboxControl({ url: sandbox.controlUrl, token: sandbox.token });

  /** Sends a request to the API. An empty API key sends none. */
  async function request(path: string = progressPath, apiKey: string = sandbox.apiKeys.default, method = 'GET') {
    const headers: Record<string, string> = apiKey === '' ? {} : { 'x-gft-api-key': apiKey };
    const response = await fetch(sandbox.url + path, { method, headers });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: text === '' ? undefined : JSON.parse(text),
    };
  }

  return { ...sandbox, control, request };
}
