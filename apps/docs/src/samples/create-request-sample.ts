import { endpoints } from '@giftoin/types';
import { createUrl } from './create-url.ts';
import { quoteJavaScript, quoteLuau, quotePython, quoteShell } from './quote.ts';
import type { SampleRequest } from './sample-request.ts';

/** The languages of the samples, with their names for display. */
export const sampleLanguages = { curl: 'curl', typescript: 'TypeScript', python: 'Python', luau: 'Luau' } as const;

export type SampleLanguage = keyof typeof sampleLanguages;

/** Creates the code that sends a request and prints the response. */
export function createRequestSample(language: SampleLanguage, request: SampleRequest): string {
  return creators[language](request);
}

const creators: Readonly<Record<SampleLanguage, (request: SampleRequest) => string>> = {
  curl: (request) => {
    const { apiKeyHeader, apiKey } = request;
    // The shell expands the variable only in double quotes.
    const header =
      apiKey === undefined ? `"${apiKeyHeader}: $GIFTOIN_API_KEY"` : quoteShell(`${apiKeyHeader}: ${apiKey}`);
    return `curl -i ${formatMethod(request)}-H ${header} \\\n  ${quoteShell(createUrl(request))}`;
  },

  typescript: ({ operationId, parameters, origin, apiKeyHeader, apiKey }) => {
    const options = [
      apiKey === undefined ? 'apiKey: process.env.GIFTOIN_API_KEY' : `apiKey: ${quoteJavaScript(apiKey)}`,
      ...(apiKeyHeader === 'x-gft-api-key' ? [] : [`apiKeyHeader: ${quoteJavaScript(apiKeyHeader)}`]),
      `baseUrl: ${quoteJavaScript(origin)}`,
    ];
    const input = listParameters(operationId).map((name) => `  ${name}: ${quoteJavaScript(parameters[name] ?? '')},\n`);
    return `import { createGiftoinClient } from '@giftoin/client';

const giftoin = createGiftoinClient({
${options.map((option) => `  ${option},\n`).join('')}});
const progress = await giftoin.${operationId}({
${input.join('')}});
console.log(progress);`;
  },

  python: (request) => {
    const { apiKeyHeader, apiKey } = request;
    const key = apiKey === undefined ? 'os.environ["GIFTOIN_API_KEY"]' : quotePython(apiKey);
    return `import json
${apiKey === undefined ? 'import os\n' : ''}import urllib.request

request = urllib.request.Request(
    ${quotePython(createUrl(request))},
    headers={${quotePython(apiKeyHeader)}: ${key}},
    method=${quotePython(endpoints[request.operationId].method)},
)
with urllib.request.urlopen(request, timeout=10) as response:
    progress = json.load(response)
print(json.dumps(progress, indent=2))`;
  },

  luau: (request) => {
    const { apiKeyHeader, apiKey } = request;
    const key = apiKey === undefined ? 'HttpService:GetSecret("giftoin-api-key")' : quoteLuau(apiKey);
    return `local HttpService = game:GetService("HttpService")

local response = HttpService:RequestAsync({
	Url = ${quoteLuau(createUrl(request))},
	Method = ${quoteLuau(endpoints[request.operationId].method)},
	Headers = { [${quoteLuau(apiKeyHeader)}] = ${key} },
})
if not response.Success then
	error(\`The API returned {response.StatusCode}: {response.Body}\`)
end
local progress = HttpService:JSONDecode(response.Body)
print(progress)`;
  },
};

/** The flag of curl for the method. GET is the default of curl. */
function formatMethod({ operationId }: SampleRequest): string {
  const { method } = endpoints[operationId] as { readonly method: string };
  return method === 'GET' ? '' : `-X ${method} `;
}

function listParameters(operationId: SampleRequest['operationId']): string[] {
  return Object.keys(endpoints[operationId].parameters);
}
