// #region program
import { parseArguments, parsePort, runCommandLine, waitForSignal } from '@giftoin/command-line';
import { startMock } from '@giftoin/mock';

await runCommandLine('giftoin-mock', {
  help: 'Usage: giftoin-mock [--port 4010]',
  async run(args, environment) {
    const { values } = parseArguments(args, { options: { port: { type: 'string' } } });
    const source = { flag: '--port', variable: 'GIFTOIN_MOCK_PORT', environment, defaultPort: 4010 };
    await using mock = await startMock({ port: parsePort(values.port, source) });
    console.log(`Mock of the Giftoin API: ${mock.url}`);
    await waitForSignal();
  },
});
// #endregion
