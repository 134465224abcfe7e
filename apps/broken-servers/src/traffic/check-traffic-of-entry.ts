import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTraffic } from '@giftoin/contract-tests';
import type { Entry } from '../entry.ts';
import { defaultApiKey } from '../run/check-entry.ts';
import type { ConformingServer } from '../server/conforming-server.ts';
import { startRawServer } from '../server/raw-server.ts';
import { user as owner } from '../server/worlds.ts';
import { findReason } from './not-shown.ts';
import { type LogLine, recordTraffic } from './record-traffic.ts';

/** What the traffic of ordinary requests shows of an entry. */
export interface TrafficResult {
  readonly entry: Entry;
  /** Whether a recorded response differs from the response of the conforming server. Otherwise, nothing can be recognised. */
  readonly differs: boolean;
  /** The codes of the findings. */
  readonly codes: readonly string[];
  /** Why the recording cannot show the defect, if that is known. */
  readonly reason: string | undefined;
  /** Whether a defect was recognised if a recording can show it, or nothing was found in a variant. */
  readonly isRight: boolean;
}

/** Records ordinary requests to the server of an entry, and checks the recording. */
export async function checkTrafficOfEntry(conforming: ConformingServer, entry: Entry): Promise<TrafficResult> {
  const { world = 'rich', apiKey = defaultApiKey, user = owner.platformUserId } = entry.options;
  const account = { apiKey, user };
  const right = conforming.withWorld(world, account);
  await using server = await startRawServer(entry.change(right, account));
  await using reference = await startRawServer(right);
  const lines = await recordTraffic(server.url, apiKey, user);
  const expected = await recordTraffic(reference.url, apiKey, user);
  const differs = toComparable(lines, server.url) !== toComparable(expected, reference.url);
  const codes = await findCodes(lines, server.url);
  const reason = findReason(entry.id);
  const isRight = entry.conforms ? codes.length === 0 : codes.length > 0 || !differs || reason !== undefined;
  return { entry, differs, codes, reason, isRight };
}

/** What a log has beside the address of the server and the time. */
function toComparable(lines: readonly LogLine[], url: string): string {
  const parts = lines.map(({ request, response }) => {
    const { date: _, connection: __, 'keep-alive': ___, ...headers } = response?.headers ?? {};
    const body = Buffer.from(response?.bodyBase64 ?? '', 'base64').toString('latin1');
    return [request.url.slice(url.length), response?.status, headers, body.replaceAll(/"timestamp":\d+/g, '')];
  });
  return JSON.stringify(parts);
}

async function findCodes(lines: readonly LogLine[], url: string): Promise<string[]> {
  if (lines.every(({ response }) => response === null)) return [];
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-recorded-'));
  try {
    const file = join(folder, 'traffic.ndjson');
    await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const { findings } = await checkTraffic({ files: [file], origins: [url] });
    return findings.map(({ code }) => code);
  } finally {
    await rm(folder, { recursive: true });
  }
}
