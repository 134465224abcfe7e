/**
 * One client in its own process. Each message says how many calls to make; the reply is the CPU time of one call, in
 * microseconds:
 *
 *   node client-process.ts NAME memory|http ORIGIN
 */
import { type ClientName, clients } from './clients.ts';

const [name, source, origin = ''] = process.argv.slice(2);
const responses: Response[] = [];
let call: () => Promise<unknown>;

process.on('message', async ({ calls, body }: { readonly calls: number; readonly body: string }) => {
  const bytes = Buffer.from(body, 'base64');
  const init = { headers: { 'content-type': 'application/json', 'content-length': String(bytes.length) } };
  if (source === 'memory') while (responses.length < calls) responses.push(new Response(bytes, init));
  call ??= await createCall();
  const before = process.cpuUsage();
  let value: unknown;
  for (let count = 0; count < calls; count += 1) value = await call();
  const { user, system } = process.cpuUsage(before);
  if (JSON.stringify(value) !== bytes.toString()) throw new Error(`${name} did not return the response body.`);
  process.send?.((user + system) / calls);
});
process.on('disconnect', () => process.exit());

function createCall() {
  const takeResponse = async () => {
    const response = responses.pop();
    if (!response) throw new Error(`${name} sent more requests than calls were made.`);
    return response;
  };
  return clients[name as ClientName]({ origin, fetch: source === 'memory' ? takeResponse : undefined });
}
