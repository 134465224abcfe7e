export const trafficHelp = `Checks recorded requests and responses against the contract of the Giftoin collection-challenges API. Sends nothing.

Usage: giftoin-contract-tests traffic FILE... [--origin URL]... [--junit FILE] ...

  FILE              A HAR file of a browser or a proxy, or a log with one request and response in each line, as JSON.
                    Either can be compressed with gzip. - is the standard input.
  --origin URL      The origin of the recorded API, and its base path, for example https://staging.example.com/giftoin.
                    Repeatable. Exchanges of other origins are ignored. Default: the servers of the document.
  --document FILE   Another OpenAPI 3.1 document to check.
  --direct          No proxy is in front of the server: it must return the documented errors where a proxy may reject a
                    request.

  --require LEVEL   How much the traffic must have exercised: nothing; progress, a user with some cards; rules, every rule that
                    responses show; all, also every property and status code. Default: nothing.
  --baseline FILE   The accepted deviations, as for a run against a server.
  --all             Also lists the checks that passed.
  --junit FILE      Writes a report as JUnit XML.
  --json FILE       Writes the whole report as JSON.
  --markdown FILE   Writes a summary as Markdown, for example to "$GITHUB_STEP_SUMMARY".
  --sarif FILE      Writes the findings as SARIF.
  -h, --help        Prints this help.

A line of a log: {"request":{"method":"GET","url":"https://…","headers":{…}},"response":{"status":200,"headers":{…},"body":"…"}}

Files are read one after the other, in bounded memory. No report contains an API key. Operations without a recorded response
are listed as skipped.

Exit codes: 0 if every response conforms to the contract, 1 if one violates it, 2 if nothing could be checked, a part of the
files could not be read, or the traffic has exercised less than --require demands.`;
