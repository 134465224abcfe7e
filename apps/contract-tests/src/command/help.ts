import { defaultOptions } from '../model/contract-options.ts';

const { platform, user, budget, budgetPerOperation, writeBudget, rate, concurrency, timeout, deadline } =
  defaultOptions;

export const help = `Checks a server against the contract of the Giftoin collection-challenges API.

Usage: giftoin-contract-tests --url URL [--key KEY] [--user ID] [--junit FILE] ...
       giftoin-contract-tests traffic FILE...   Checks recorded traffic. See traffic --help.

  --url URL         The URL of the server, for example https://staging.example.com. It can have a base path, which precedes
                    every path. Required.
  --key KEY         An API key that the server knows. Default: GIFTOIN_API_KEY, which keeps the key out of process lists.
  --key-for S=KEY   A key that leads to the status code S, for example 402=KEY. Repeatable. Default: GIFTOIN_API_KEY_402,
                    and the same for other status codes.
  --platform P      The platform of the user. Default: ${platform}.
  --user ID         The user to request, preferably one with cards. Default: ${user}.
  --program ID      A program that is visible to the key. Default: the first in the list of the user.
  --document FILE   Another OpenAPI 3.1 document to check.
  --parameter N=V   The value V of the parameter N, which replaces the example of the document. Repeatable.
  --writes          Also checks operations that change data (POST, PUT, PATCH, DELETE). Use it on a sandbox or on staging
                    only. The command deletes what it has created, if the document has a DELETE for it.
  --write-budget N  The maximum number of requests that can change data. Default: ${writeBudget}.
  --direct          No proxy is in front of the server: it must return 400 itself where a proxy may reject a request.

  --header "N: V"   A header that every request carries, for example for a gateway. Repeatable. --header @FILE reads one from
                    each line of a file. The variable GIFTOIN_HEADER_X_TOKEN sets the header x-token. Redacted like the key.
  --basic-auth U:P  A user name and a password for HTTP authentication. Default: GIFTOIN_BASIC_AUTH.
  --ca FILE         Certificates to trust, in PEM, in addition to those of Node.js and NODE_EXTRA_CA_CERTS.
  --client-cert FILE  The client certificate that the server requires, in PEM.
  --client-key FILE The key of the client certificate, in PEM. Default: the key in the file of the certificate. Its
                    passphrase is in GIFTOIN_CLIENT_KEY_PASSPHRASE.
  --insecure        Accepts any certificate of the server.
  --wait DURATION   Waits up to so long until the server responds as the API, for example 60s or 2m. Default: it does not wait.

  --budget N        The maximum number of requests. Default: ${budget}, or ${budgetPerOperation} for each checked operation if that is more.
  --rate N          The maximum number of requests that start in a second. Default: ${rate}.
  --concurrency N   The maximum number of concurrent requests. Default: ${concurrency}.
  --timeout S       The maximum time for a response, in seconds. Default: ${timeout / 1000}.
  --deadline S      The maximum time for the whole run, in seconds. Default: ${deadline / 1000}.
  --seed N          The seed of random values. Default: a random seed.

  --only TEXT       Runs only the checks whose ID contains TEXT. A JSON report lists the IDs.
  --require LEVEL   How much the run must have exercised: nothing; progress, a user with some cards; rules, every rule; all,
                    also every property and status code. LEVEL can be left out: rules. Default: progress if the variable CI
                    is set, as CI systems do, otherwise nothing. With --only: nothing.
  --baseline FILE   Accepts the deviations in FILE: {"accepted": [{"fingerprint": …, "reason": …, "until": "2027-01-31"}]}.
                    A report has the fingerprint of each finding.
  --all             Also lists the checks that passed.
  --junit FILE      Writes a report as JUnit XML.
  --sarif FILE      Writes the findings as SARIF, for example for the code scanning of GitHub.
  --json FILE       Writes the whole report as JSON.
  --markdown FILE   Writes a summary as Markdown, for example to "$GITHUB_STEP_SUMMARY".
  -h, --help        Prints this help.
  --version         Prints the version.

HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, also in lower case, set the proxy as they do for curl.

Without --writes, the command sends only GET requests. It follows no redirects, retries a 429 after Retry-After, and never prints a key.
A run takes about 520 requests, and one more for each program. The report lists every operation of the document as checked, or
as skipped with the reason. No request can provoke some errors, for example 402. A mock returns
them with the header Prefer. For another server, pass a key with --key-for. Without one, their checks are skipped.

Exit codes: 0 if the server conforms to the contract, 1 if it violates the contract, 2 if the checks could not run, or not all
of them before the budget or the deadline was used up, or the run has exercised less than --require demands.`;
