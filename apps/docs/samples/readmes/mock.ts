// #region start
import { startMock } from '@giftoin/mock';

await using mock = await startMock({ port: 0, keys: ['test-key'] });
// mock.url is the origin to give to your client
// #endregion
console.log(mock.url);
