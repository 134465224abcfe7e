// #region start
import { createSandboxControl, startSandbox } from '@giftoin/sandbox';

await using sandbox = await startSandbox({ port: 0, controlPort: 0 }); // in this process, on free ports
const control = createSandboxControl({ url: sandbox.controlUrl, token: sandbox.token });
const userProgram = { platform: 'discord', platformUserId: '42', programId: 'program_123' };

await control.completeCollection({ ...userProgram, missing: 1 });
// Create your client with the origin sandbox.url and the API key sandbox.apiKeys.default.
await control.grantCard({ ...userProgram, cardId: 'card_465' });
await control.claimReward(userProgram);
// #endregion
