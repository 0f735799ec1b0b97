import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import pLimit from 'p-limit';

interface Cost {
  /** KiB. */
  memory: number;
  passes: number;
  parallelism: number;
}

/** The least that OWASP advises for argon2id; about 20 ms of a thread. */
const cost: Cost = { memory: 19 * 1024, passes: 2, parallelism: 1 };
const tagBytes = 32;
/** Two of the four threads of the pool, which files and name look-ups share. */
const threads = pLimit(2);
const argon2Async = promisify(argon2);

/** A PHC string with a salt of its own. Hashing is slow on purpose; it happens off the event loop, two at a time. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, { ...cost, salt });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Whether the PHC string was made from the password; false for any other text. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', tag = ''] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash) ?? [];
  const expected = Buffer.from(tag, 'base64');
  if (expected.length !== tagBytes) return false;
  const stored = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return timingSafeEqual(await derive(password, { ...stored, salt: Buffer.from(salt, 'base64') }), expected);
}

function derive(password: string, { salt, ...how }: Cost & { salt: Buffer }): Promise<Buffer> {
  return threads(() => argon2Async('argon2id', { message: password, nonce: salt, tagLength: tagBytes, ...how }));
}

/** Without padding, as PHC strings have it. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
