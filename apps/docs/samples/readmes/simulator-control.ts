// #region control
import { createSandboxControl } from '@giftoin/simulator/control';

const control = createSandboxControl({ url: 'http://127.0.0.1:4021', token: 'sandbox-control' });
// #endregion
await control.resetWorkspace();
