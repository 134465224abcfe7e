import { createSandboxControl, type SandboxControl, type SandboxOptions, startSandbox } from '@giftoin/sandbox';

export const progress = '/api/v1/users/discord/123456789012345678/progress/collection-challenges';
export const person = { platform: 'discord', platformUserId: '123456789012345678' } as const;
export const winter = { ...person, programId: 'program_123' } as const;

/** Starts a sandbox on free ports, with a client of its control API. */
export async function ownSandbox(options: SandboxOptions = {}) {
  const sandbox = await startSandbox({ port: 0, controlPort: 0, ...options });
  const control: SandboxControl = createSandboxControl({ url: sandbox.controlUrl, token: sandbox.token });
  const ask = async (path: string = progress, key: string = sandbox.apiKeys.default, method = 'GET') => {
    const response = await fetch(sandbox.url + path, { method, headers: key === '' ? {} : { 'x-gft-api-key': key } });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: text === '' ? undefined : JSON.parse(text),
    };
  };
  return { ...sandbox, control, ask };
}
