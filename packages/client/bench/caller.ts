/**
 * One client in a process of its own. It is told how many calls to make, and tells what they cost:
 *
 *   node caller.ts NAME memory|http ORIGIN
 */
import { contestants, type Name } from './contestants.ts';

const [name, place, origin = ''] = process.argv.slice(2);
const answers: Response[] = [];
let call: () => Promise<unknown>;

process.on('message', async ({ calls, body }: { readonly calls: number; readonly body: string }) => {
  const bytes = Buffer.from(body, 'base64');
  const answer = { headers: { 'content-type': 'application/json', 'content-length': String(bytes.length) } };
  if (place === 'memory') while (answers.length < calls) answers.push(new Response(bytes, answer));
  call ??= await open();
  const before = process.cpuUsage();
  let value: unknown;
  for (let made = 0; made < calls; made += 1) value = await call();
  const { user, system } = process.cpuUsage(before);
  if (JSON.stringify(value) !== bytes.toString()) throw new Error(`${name} did not read the answer.`);
  process.send?.((user + system) / calls);
});
process.on('disconnect', () => process.exit());

function open() {
  const take = async () => {
    const answer = answers.pop();
    if (!answer) throw new Error(`${name} called more often than it was told.`);
    return answer;
  };
  return contestants[name as Name]({ origin, fetch: place === 'memory' ? take : undefined });
}
