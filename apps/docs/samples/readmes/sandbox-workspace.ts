import { createSandboxControl } from '@giftoin/sandbox';

// #region workspace
const server = { url: 'http://127.0.0.1:4021', token: 'sandbox-control' };
const { workspace, apiKeys } = await createSandboxControl(server).createWorkspace({ scenario: 'just-completed' });
const control = createSandboxControl({ ...server, workspace });
// Send requests with apiKeys.default, and change the workspace with `control`.
await control.deleteWorkspace();
// #endregion
console.log(Object.keys(apiKeys).length);
