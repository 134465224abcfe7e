// The health check of the container: exits with 0 if the server can respond. The sandbox also checks its database.
const { GIFTOIN_SERVER = 'sandbox', GIFTOIN_MOCK_PORT = '4010', GIFTOIN_SANDBOX_PORT = '4020' } = process.env;
const isMock = GIFTOIN_SERVER === 'mock';
const url = isMock ? `http://127.0.0.1:${GIFTOIN_MOCK_PORT}/` : `http://127.0.0.1:${GIFTOIN_SANDBOX_PORT}/readyz`;
try {
  const response = await fetch(url, { method: isMock ? 'OPTIONS' : 'GET', signal: AbortSignal.timeout(2_500) });
  if (!response.ok) throw new Error(`${url} returned ${response.status}.`);
} catch (error) {
  console.error(error.cause?.code ?? error.message);
  process.exitCode = 1;
}
