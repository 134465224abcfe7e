/** The bytes of a request, and what a server may do with it. */
export interface HttpCase {
  readonly name: string;
  /** `HOST` stands for the host and port of the server, `TARGET` for a path that exists. */
  readonly bytes: string;
  /**
   * `accepted`: processed as a request. `cut`: refused with 400, or with an error of the operation before the server reads
   * the broken body. Otherwise the status codes of the error. After all but the first, the server closes the connection
   * without another response.
   */
  readonly outcome: 'accepted' | 'cut' | readonly number[];
  /** The section of the standard, and why this server does what it does if the standard leaves a choice. */
  readonly reference: string;
}

const get = 'GET TARGET HTTP/1.1\r\nHost: HOST\r\n';
const post = 'POST TARGET HTTP/1.1\r\nHost: HOST\r\n';
const chunked = `${post}Transfer-Encoding: chunked\r\n\r\n`;

function accept(reference: string, cases: Readonly<Record<string, string>>): HttpCase[] {
  return Object.entries(cases).map(([name, bytes]) => ({ name, bytes, outcome: 'accepted', reference }));
}

function refuse(reference: string, cases: Readonly<Record<string, string>>, outcome: HttpCase['outcome'] = [400]) {
  return Object.entries(cases).map(([name, bytes]): HttpCase => ({ name, bytes, outcome, reference }));
}

const hosts: HttpCase[] = [
  ...accept('RFC 9112, 3.2', {
    'host with a port': `${get}\r\n`,
    'host in another case, without a space': 'GET TARGET HTTP/1.1\r\nhoST:HOST\r\n\r\n',
    'host after a tab': 'GET TARGET HTTP/1.1\r\nHost:\tHOST\r\n\r\n',
    'host without a port': 'GET TARGET HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'IPv6 host': 'GET TARGET HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n',
    'HTTP/1.0 without a host': 'GET TARGET HTTP/1.0\r\n\r\n',
    'HTTP/1.0 with a host': 'GET TARGET HTTP/1.0\r\nHost: HOST\r\n\r\n',
    'absolute URL': 'GET http://HOST/TARGET HTTP/1.1\r\nHost: HOST\r\n\r\n',
  }),
  ...refuse('RFC 9112, 3.2', {
    'no host': 'GET TARGET HTTP/1.1\r\n\r\n',
    'empty host': 'GET TARGET HTTP/1.1\r\nHost:\r\n\r\n',
    'host of a space': 'GET TARGET HTTP/1.1\r\nHost: \r\n\r\n',
    'repeated host': `${get}Host: HOST\r\n\r\n`,
    'two hosts': `${get}Host: other.example\r\n\r\n`,
    'two hosts in one line': 'GET TARGET HTTP/1.1\r\nHost: HOST, other.example\r\n\r\n',
    'host with userinfo': 'GET TARGET HTTP/1.1\r\nHost: user@HOST\r\n\r\n',
    'host with a path': 'GET TARGET HTTP/1.1\r\nHost: HOST/path\r\n\r\n',
    'host with a query': 'GET TARGET HTTP/1.1\r\nHost: HOST?x\r\n\r\n',
    'host with a fragment': 'GET TARGET HTTP/1.1\r\nHost: HOST#x\r\n\r\n',
    'host with a scheme': 'GET TARGET HTTP/1.1\r\nHost: http://HOST\r\n\r\n',
    'host with a port of letters': 'GET TARGET HTTP/1.1\r\nHost: localhost:http\r\n\r\n',
    'host with two ports': 'GET TARGET HTTP/1.1\r\nHost: localhost:1:2\r\n\r\n',
    'host with a space': 'GET TARGET HTTP/1.1\r\nHost: local host\r\n\r\n',
    'host with an open bracket': 'GET TARGET HTTP/1.1\r\nHost: [::1\r\n\r\n',
    'port without a host': 'GET TARGET HTTP/1.1\r\nHost: :80\r\n\r\n',
    'host of other letters': 'GET TARGET HTTP/1.1\r\nHost: h\xf6st\r\n\r\n',
    'HTTP/1.0 with a malformed host': 'GET TARGET HTTP/1.0\r\nHost: a/b\r\n\r\n',
    'absolute URL with userinfo': 'GET http://user@HOST/ HTTP/1.1\r\nHost: HOST\r\n\r\n',
  }),
  ...refuse(
    'RFC 9110, 7.4: a host that this server does not serve, so that a page cannot reach it (DNS rebinding)',
    {
      'foreign host': 'GET TARGET HTTP/1.1\r\nHost: attacker.example\r\n\r\n',
      'foreign host that starts like this one': 'GET TARGET HTTP/1.1\r\nHost: 127.0.0.1.attacker.example\r\n\r\n',
      'absolute URL of a foreign host': 'GET http://attacker.example/ HTTP/1.1\r\nHost: HOST\r\n\r\n',
    },
    [421],
  ),
];

const requestLines: HttpCase[] = [
  ...accept('RFC 9112, 3: a server can be lenient about spaces, as the parser of Node.js is', {
    'two spaces before the target': 'GET  TARGET HTTP/1.1\r\nHost: HOST\r\n\r\n',
  }),
  ...accept('RFC 9112, 2.2: empty lines before the request are ignored', { 'leading empty line': `\r\n${get}\r\n` }),
  ...accept('RFC 9112, 3.2.4', { 'OPTIONS of the server': 'OPTIONS * HTTP/1.1\r\nHost: HOST\r\n\r\n' }),
  ...accept('RFC 9112, 3: at least 8000 bytes', {
    'long URL': `GET TARGET?${'x'.repeat(8_000)} HTTP/1.1\r\nHost: HOST\r\n\r\n`,
  }),
  ...accept('RFC 9110, 9.1: an unknown method is an error of the operation', {
    PUT: 'PUT TARGET HTTP/1.1\r\nHost: HOST\r\n\r\n',
    TRACE: 'TRACE TARGET HTTP/1.1\r\nHost: HOST\r\n\r\n',
  }),
  ...refuse('RFC 9112, 3', {
    'tab before the target': 'GET\tTARGET HTTP/1.1\r\nHost: HOST\r\n\r\n',
    'no target': 'GET HTTP/1.1\r\nHost: HOST\r\n\r\n',
    'space in the target': 'GET /a b HTTP/1.1\r\nHost: HOST\r\n\r\n',
    'NUL in the target': 'GET /\0 HTTP/1.1\r\nHost: HOST\r\n\r\n',
    'letters beyond ASCII in the target': 'GET /\xc3\xa9 HTTP/1.1\r\nHost: HOST\r\n\r\n',
    'overlong UTF-8 in the target': 'GET /\xc0\xaf HTTP/1.1\r\nHost: HOST\r\n\r\n',
    'fragment in the target': 'GET TARGET#x HTTP/1.1\r\nHost: HOST\r\n\r\n',
    'GET of the whole server': 'GET * HTTP/1.1\r\nHost: HOST\r\n\r\n',
    'target without a slash': 'GET path HTTP/1.1\r\nHost: HOST\r\n\r\n',
    'host as target': 'GET HOST HTTP/1.1\r\nHost: HOST\r\n\r\n',
    'URL of another scheme': 'GET ftp://HOST/ HTTP/1.1\r\nHost: HOST\r\n\r\n',
    'method in lower case': 'get TARGET HTTP/1.1\r\nHost: HOST\r\n\r\n',
    'text before the method': `Extra line${get}\r\n`,
    'only spaces': '   \r\n\r\n',
    'bytes that are not HTTP': '\x16\x03\x01\xff\xfe\x80\r\n\r\n',
    'long method': `${'A'.repeat(10_000)} TARGET HTTP/1.1\r\nHost: HOST\r\n\r\n`,
  }),
  ...refuse('RFC 9112, 2.2: a line ends with CR LF', {
    'line ends with CR': 'GET TARGET HTTP/1.1\rHost: HOST\r\n\r\n',
    'request line ends with LF': 'GET TARGET HTTP/1.1\nHost: HOST\r\n\r\n',
    'CR before a header': `${get}\rX: y\r\n\r\n`,
  }),
  ...refuse('RFC 9112, 2.3: the version is malformed', {
    'no version': 'GET TARGET\r\n\r\n',
    'version after a space only': 'GET TARGET \r\n\r\n',
    'version without a minor digit': 'GET TARGET HTTP/1\r\nHost: HOST\r\n\r\n',
    'version with leading zeros': 'GET TARGET HTTP/01.01\r\nHost: HOST\r\n\r\n',
    'version with a space': 'GET TARGET HTTP/ 1.1\r\nHost: HOST\r\n\r\n',
    'version in lower case': 'GET TARGET http/1.1\r\nHost: HOST\r\n\r\n',
  }),
  ...refuse(
    'RFC 9110, 15.6.6: a version that is not supported',
    {
      'HTTP/9.9': 'GET TARGET HTTP/9.9\r\nHost: HOST\r\n\r\n',
      'HTTP/1.2, which the parser of Node.js does not support': 'GET TARGET HTTP/1.2\r\nHost: HOST\r\n\r\n',
    },
    [505],
  ),
  ...refuse('RFC 9113, 3.4: HTTP/2 is not supported', { 'HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' }, [400, 505]),
  ...refuse('RFC 9110, 9.3.6', { CONNECT: 'CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n' }, [405]),
  ...refuse('RFC 6585, 5', { 'URL of 100 kB': `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: HOST\r\n\r\n` }, [431]),
];

const headers: HttpCase[] = [
  ...accept('RFC 9112, 5', {
    'empty value': `${get}X-Empty:\r\n\r\n`,
    'name with an underscore, which is another name': `${get}Transfer_Encoding: chunked\r\n\r\n`,
    'malformed range, which is ignored': `${get}Range: bytes=abc-xyz\r\n\r\n`,
    'unknown upgrade': `${get}Connection: Upgrade\r\nUpgrade: unknown/1.0\r\n\r\n`,
    'upgrade to WebSocket': `${get}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  }),
  ...refuse('RFC 9112, 5', {
    'folded value': `${get}X: a\r\n b\r\n\r\n`,
    'space before the colon': `${get}X : a\r\n\r\n`,
    'space before the first header': 'GET TARGET HTTP/1.1\r\n Host: HOST\r\n\r\n',
    'no name': `${get}: a\r\n\r\n`,
    'bracket in the name': `${get}X[]: a\r\n\r\n`,
    'tab in the name': `${get}X\tY: a\r\n\r\n`,
    'letters beyond ASCII in the name': `${get}X\xc3\xab: a\r\n\r\n`,
    'no colon': `${get}NoColon\r\n\r\n`,
    'NUL in the value': `${get}X: a\0b\r\n\r\n`,
    'control character in the value': `${get}X: a\x07b\r\n\r\n`,
    'CR in the value': `${get}X: a\rb\r\n\r\n`,
    'LF after a value': 'GET TARGET HTTP/1.1\r\nHost: HOST\nX: a\r\n\r\n',
  }),
  ...refuse(
    'RFC 6585, 5',
    {
      'value of 100 kB': `${get}X: ${'x'.repeat(100_000)}\r\n\r\n`,
      'name of 100 kB': `${get}${'x'.repeat(100_000)}: a\r\n\r\n`,
      '10,000 headers': `${get}${'X: a\r\n'.repeat(10_000)}\r\n`,
    },
    [431],
  ),
  ...refuse('RFC 9110, 10.1.1', { 'unknown expectation': `${get}Expect: 200-ok\r\n\r\n` }, [417]),
];

const bodies: HttpCase[] = [
  ...accept('RFC 9112, 6', {
    'body with a length': `${post}Content-Length: 5\r\n\r\nhello`,
    'length of 0': `${post}Content-Length: 0\r\n\r\n`,
    'no length and no encoding': `${post}\r\n`,
    'GET with a body': `${get}Content-Length: 5\r\n\r\nhello`,
    'HEAD with a body': 'HEAD TARGET HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\n\r\nhello',
    'OPTIONS with a body': 'OPTIONS TARGET HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\n\r\nhello',
    'length after spaces': `${post}Content-Length:  5\r\n\r\nhello`,
    'length with leading zeros': `${post}Content-Length: 005\r\n\r\nhello`,
    'expectation of 100': `${post}Content-Length: 5\r\nExpect: 100-continue\r\n\r\nhello`,
    'two content types': `${post}Content-Length: 5\r\nContent-Type: text/plain\r\nContent-Type: text/html\r\n\r\nhello`,
  }),
  ...accept('RFC 9112, 7.1', {
    'one chunk': `${chunked}5\r\nhello\r\n0\r\n\r\n`,
    'two chunks': `${chunked}5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n`,
    'no chunk': `${chunked}0\r\n\r\n`,
    'chunk with an extension': `${chunked}5;ext=value\r\nhello\r\n0\r\n\r\n`,
    'trailers, which are ignored': `${chunked}5\r\nhello\r\n0\r\nHost: attacker.example\r\nAuthorization: x\r\n\r\n`,
    'encoding in another case': `${post}Transfer-Encoding: Chunked\r\n\r\n0\r\n\r\n`,
  }),
  ...refuse('RFC 9112, 6.3: the length of the body is ambiguous', {
    'length and encoding': `${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    'encoding and length': `${post}Transfer-Encoding: chunked\r\nContent-Length: 30\r\n\r\n0\r\n\r\nX`,
    'two lengths': `${post}Content-Length: 5\r\nContent-Length: 10\r\n\r\nhelloworld`,
    'two lengths in one line': `${post}Content-Length: 5, 10\r\n\r\nhello`,
    'the same length twice': `${post}Content-Length: 5, 5\r\n\r\nhello`,
    'length of letters': `${post}Content-Length: abc\r\n\r\n`,
    'length with a plus': `${post}Content-Length: +5\r\n\r\nhello`,
    'negative length': `${post}Content-Length: -1\r\n\r\n`,
    'length of -0': `${post}Content-Length: -0\r\n\r\n`,
    'hexadecimal length': `${post}Content-Length: 0x5\r\n\r\nhello`,
    'octal length': `${post}Content-Length: 0o5\r\n\r\nhello`,
    'length with a space': `${post}Content-Length: 1 0\r\n\r\nhello12345`,
    'length with an underscore': `${post}Content-Length: 1_0\r\n\r\nhelloworld`,
    'empty length': `${post}Content-Length: \r\n\r\n`,
    'length that overflows': `${post}Content-Length: 99999999999999999999\r\n\r\n`,
    'chunked is not the last encoding': `${post}Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n`,
    'unknown encoding': `${post}Transfer-Encoding: gzip\r\n\r\n`,
    'unknown encoding and length': `${post}Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n\r\nhello`,
    'identity encoding': `${post}Transfer-Encoding: identity\r\nContent-Length: 5\r\n\r\nhello`,
    'empty encoding': `${post}Transfer-Encoding: \r\nContent-Length: 5\r\n\r\nhello`,
    'two encodings and length': `${post}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\nContent-Length: 5\r\n\r\nhello`,
    'folded encoding': `${post}Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n\r\nhello`,
    'vertical tab before the encoding': `${post}Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n`,
    'NUL after the encoding': `${post}Transfer-Encoding: chunked\0\r\n\r\n0\r\n\r\n`,
    'encoding in HTTP/1.0':
      'POST TARGET HTTP/1.0\r\nHost: HOST\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  }),
  ...refuse(
    'RFC 9112, 7.1: the chunk is malformed',
    {
      'chunk size with a prefix': `${chunked}0x5\r\nhello\r\n0\r\n\r\n`,
      'chunk size with a plus': `${chunked}+5\r\nhello\r\n0\r\n\r\n`,
      'negative chunk size': `${chunked}-1\r\nhello\r\n0\r\n\r\n`,
      'chunk size with an underscore': `${chunked}1_0\r\nhello world!!!!!\r\n0\r\n\r\n`,
      'space before the chunk size': `${chunked} 5\r\nhello\r\n0\r\n\r\n`,
      'chunk size that overflows': `${chunked}FFFFFFFFFFFFFFFF0\r\nhello\r\n0\r\n\r\n`,
      'chunk size line ends with CR': `${chunked}5\rhello\r\n0\r\n\r\n`,
      'more data than the chunk size': `${chunked}5\r\nhello!!\r\n0\r\n\r\n`,
      'no line end after the data': `${chunked}5\r\nhello0\r\n\r\n`,
      'malformed extension': `${chunked}5;bad[=x\r\nhello\r\n0\r\n\r\n`,
      'length in the trailers': `${chunked}5\r\nhello\r\n0\r\nContent-Length: 50\r\n\r\n`,
      'encoding in the trailers': `${chunked}5\r\nhello\r\n0\r\nTransfer-Encoding: chunked\r\n\r\n`,
      'NUL in an extension': `${chunked}5;a\0b\r\nhello\r\n0\r\n\r\n`,
    },
    'cut',
  ),
  ...refuse('RFC 9112, 8: the message is incomplete when the client closes its side', {
    'half a method': 'G',
    'half a request line': 'GET /hello HTTP',
    'half a header': `${get}X-Test: val`,
    'no end of the headers': get,
  }),
];

export const httpCases: readonly HttpCase[] = [...hosts, ...requestLines, ...headers, ...bodies];
