import pino, { type Logger } from 'pino';

/** How long a line may wait to be written, in milliseconds. */
const delay = 100;
/** What is written at once, in bytes. */
const block = 4096;

/** Writes lines of JSON to the standard output, many at once: a system call for each would cost a request more than its line. */
export function createLog(level: string): Logger {
  const output = pino.destination({ minLength: block });
  setInterval(() => output.flush(), delay).unref();
  process.on('exit', () => output.flushSync());
  return pino({ level }, output);
}
