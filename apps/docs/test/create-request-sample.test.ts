import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createRequestSample, type SampleLanguage, sampleLanguages } from '../src/samples/create-request-sample.ts';
import type { SampleRequest } from '../src/samples/sample-request.ts';

const request: SampleRequest = {
  operationId: 'getCollectionChallengeProgress',
  parameters: { platform: 'discord', platformUserId: '42', programId: 'program_123' },
  origin: 'http://127.0.0.1:4020',
  apiKeyHeader: 'x-gft-api-key',
  apiKey: 'gft_default_sandbox',
};
const url = 'http://127.0.0.1:4020/api/v1/users/discord/42/progress/collection-challenges/program_123';
const languages = Object.keys(sampleLanguages) as SampleLanguage[];

test.each([
  ['curl', `curl -i -H 'x-gft-api-key: gft_default_sandbox' \\\n  '${url}'`],
  ['typescript', `await giftoin.getCollectionChallengeProgress({\n  platform: 'discord',\n  platformUserId: '42',\n`],
  [
    'python',
    `http.client.HTTPConnection("127.0.0.1:4020", timeout=10)\nconnection.request(\n    "GET",\n    "${new URL(url).pathname}",\n    headers={"x-gft-api-key": "gft_default_sandbox"},`,
  ],
  ['luau', `Url = "${url}",\n\tMethod = "GET",\n\tHeaders = { ["x-gft-api-key"] = "gft_default_sandbox" },`],
] as const)('the sample in %s sends the request', (language, code) => {
  expect(createRequestSample(language, request)).toContain(code);
});

test.each([
  ['curl', '"x-gft-api-key: $GIFTOIN_API_KEY"'],
  ['typescript', 'apiKey: process.env.GIFTOIN_API_KEY,'],
  ['python', 'os.environ["GIFTOIN_API_KEY"]'],
  ['luau', 'HttpService:GetSecret("giftoin_api_key")'],
] as const)('a secret API key is not part of the sample in %s', (language, code) => {
  expect(createRequestSample(language, { ...request, apiKey: undefined })).toContain(code);
});

test.each(languages)('the sample in %s names the header', (language) => {
  expect(createRequestSample(language, { ...request, apiKeyHeader: 'gft-api-key' })).toContain('gft-api-key');
});

test('a shell receives every value unchanged', async () => {
  const apiKey = `a'b"c$d\\e`;
  const sample = createRequestSample('curl', {
    ...request,
    apiKey,
    parameters: { ...request.parameters, programId: "it's" },
  });
  const script = `curl() { printf '%s\\n' "$@"; }; ${sample}`;
  const { stdout } = await promisify(execFile)('sh', ['-c', script]);
  expect(stdout.split('\n')).toEqual(['-i', '-H', `x-gft-api-key: ${apiKey}`, url.replace('program_123', "it's"), '']);
});

test('a quote in a parameter does not end the text in JavaScript', () => {
  const sample = createRequestSample('typescript', { ...request, parameters: { programId: `it's "here"\\` } });
  const [, text = ''] = /programId: (.*),/.exec(sample) ?? [];
  // biome-ignore lint/security/noGlobalEval: the sample must be valid code
  expect(eval(text)).toBe(`it's "here"\\`);
});
