import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { DomainError } from '../domain/errors.ts';
import { requestIdOf } from './request-id.ts';
import { dialectOf, type Serving } from './serve.ts';

/** How long a caller may go on sending after a refusal, in milliseconds. */
const lingerMillis = 5000;

type ParserError = Error & { code?: string; rawPacket?: Buffer };

interface Begin {
  method: string;
  path: string;
  headers: Record<string, string>;
}

/**
 * Answers what Node refuses before there is a request (an address with a blank, headers without end, a request that does not come in),
 * and what it would answer by itself, in the envelope of the dialect, with a request id and a line in the log.
 */
export function answerParserRefusals(server: Server, serving: Serving): void {
  const latest = new WeakMap<Duplex, { req: IncomingMessage; res: ServerResponse }>();
  const refused = new WeakSet<Duplex>();
  server.prependListener('request', (req, res) => latest.set(req.socket, { req, res }));
  server.on('clientError', (error: ParserError, socket) => {
    const refusal = refusalOf(error);
    if (!refusal || !socket.writable) socket.destroy();
    else if (!refused.has(socket)) {
      refused.add(socket);
      const pending = latest.get(socket);
      if (pending && !pending.res.writableEnded) breakOff(pending, refusal);
      else answer(serving, { socket, refusal, begin: beginOf(error.rawPacket) });
    }
  });
  server.on('connect', ({ headers, url = '' }: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => {});
    const refusal = new DomainError('wrong-method', { reason: 'CONNECT is not one of those of this server' });
    answer(serving, { socket, refusal, begin: { method: 'CONNECT', path: url, headers: headers as Record<string, string> } });
  });
  // A caller that expects what nobody knows is answered like any other.
  server.on('checkExpectation', (req, res) => server.emit('request', req, res));
}

/** Undefined for a connection that broke: there is nobody to answer. */
function refusalOf({ code = '', message }: ParserError): DomainError | undefined {
  if (code === 'HPE_HEADER_OVERFLOW') return new DomainError('headers-too-large');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new DomainError('request-timeout');
  if (!code.startsWith('HPE_') || code === 'HPE_INVALID_EOF_STATE') return undefined;
  return new DomainError('malformed-request', { reason: message.replace(/^Parse Error: /, '') });
}

/** The body of a request turns out to be broken: whoever reads it is told, and refuses the request. */
function breakOff({ req, res }: { req: IncomingMessage; res: ServerResponse }, refusal: DomainError): void {
  if (!res.headersSent) res.setHeader('Connection', 'close');
  res.once('finish', () => req.socket.end());
  if (req.listenerCount('error') > 0) req.emit('error', refusal);
  else tellWhoReads(req, refusal);
}

/** The caller may still be looked up; the body is read after that. */
function tellWhoReads(req: IncomingMessage, refusal: DomainError): void {
  const tell = (event: string | symbol) => {
    if (event !== 'error') return;
    req.off('newListener', tell);
    process.nextTick(() => req.emit('error', refusal));
  };
  req.on('newListener', tell);
}

/** What can be seen of a request that has no parsed form. */
function beginOf(packet: Buffer | undefined): Begin {
  const [line = '', ...lines] = (packet?.toString('latin1') ?? '').split('\r\n', 100);
  const [, method = '', path = ''] = /^([A-Z]+) ([^ ?]*)/.exec(line) ?? [];
  const headers = lines.flatMap((text) => {
    const [, name, value = ''] = /^([\w-]+): *(.*)$/.exec(text) ?? [];
    return name ? [[name.toLowerCase(), value] as const] : [];
  });
  return { method, path, headers: Object.fromEntries(headers) };
}

function answer(serving: Serving, { socket, refusal, begin }: { socket: Duplex; refusal: DomainError; begin: Begin }): void {
  const dialect = dialectOf(serving, begin);
  const { status, reasonPhrase = STATUS_CODES[status], headers, body } = dialect.failure(refusal, { path: begin.path });
  const requestId = requestIdOf(begin.headers);
  const text = JSON.stringify(body);
  const lines = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'X-Request-ID': requestId,
    Connection: 'close',
    ...headers,
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${reasonPhrase}\r\n${head.join('')}\r\n${begin.method === 'HEAD' ? '' : text}`);
  // What is still sent is dropped for a while: a caller whose connection is cut while it sends never reads the answer.
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), lingerMillis).unref();
  socket.once('close', () => clearTimeout(timer));
  serving.log.info({ requestId, dialect: dialect.name, status, refused: refusal.message });
}
