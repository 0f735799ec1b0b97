import pino, { type Logger } from 'pino';

/** How long a line may wait to be written, in milliseconds. */
const delay = 100;
/** What is written at once, in bytes. */
const block = 4096;
/** What is kept while nothing can be written, in bytes. */
const kept = 1024 * 1024;

/** Writes lines of JSON to the standard output, many at once: a system call for each would cost a request more than its line. */
export function createLog(level: string): Logger {
  const output = pino.destination({ minLength: block, maxLength: kept });
  outliveFullDisk(output);
  setInterval(() => output.flush(), delay).unref();
  process.on('exit', () => output.flushSync());
  return pino({ level }, output);
}

/** A full disk under the log costs lines, not the server. */
function outliveFullDisk(output: ReturnType<typeof pino.destination>): void {
  let full = false;
  output.on('error', () => {
    full = true;
  });
  output.on('write', () => {
    full = false;
  });
  // The library would try until it succeeds, at the end of the process too.
  const flushSync = output.flushSync.bind(output);
  output.flushSync = () => {
    if (!full) flushSync();
  };
}
