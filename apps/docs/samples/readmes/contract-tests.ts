// #region check
import { checkContract } from '@giftoin/contract-tests';

const { findings } = await checkContract({ url: 'http://127.0.0.1:4020', key: 'gft_default_sandbox' });
for (const { requirement, code, path, message } of findings) console.log(requirement.id, code, path, message);
// #endregion
