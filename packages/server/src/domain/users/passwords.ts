import { argon2, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Ctx } from '../../context.ts';
import type { App } from '../apps.ts';

/** A password as it came: the text itself, or its MD5 in hex, which is all that JMessage's clients ever send. */
export type Password = { text: string } | { md5: string };

interface Cost {
  /** KiB. */
  memory: number;
  passes: number;
  parallelism: number;
}

/** The least that OWASP advises for argon2id; about 20 ms of a thread. */
const cost: Cost = { memory: 19 * 1024, passes: 2, parallelism: 1 };
const tagBytes = 32;
/**
 * What the hash was made of: the lower-case hex MD5 of the password; by versions before 0.2.0 the password itself.
 * The latter proves no client's MD5, and stays until the password is changed.
 */
type Scheme = 'argon2id-md5' | 'argon2id';
const argon2Async = promisify(argon2);

/** Whose turn it is, and whether anybody waits. */
type Turns = Pick<Ctx, 'hashing' | 'signal'> & { app: Pick<App, 'id'> };

/**
 * PHC strings, each with a salt of its own, in the order of the passwords. Hashing is slow on purpose; it happens off the event loop, and
 * apps and calls take turns. Fails with `unavailable` when too much of it is waiting, takes too long, or when the caller has gone.
 */
export async function hashPasswords({ app, hashing, signal }: Turns, passwords: string[]): Promise<string[]> {
  return hashing.run(
    { appId: app.id, signal },
    passwords.map((password) => () => hashOf(password)),
  );
}

/** Whether the PHC string was made from the password; false for any other text. Waits its turn and fails as hashing does. */
export async function isPassword({ app, hashing, signal }: Turns, password: Password, stored: string): Promise<boolean> {
  const [, scheme, memory, passes, parallelism, salt = '', tag = ''] =
    /^\$(argon2id-md5|argon2id)\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored) ?? [];
  const expected = Buffer.from(tag, 'base64');
  if (expected.length !== tagBytes) return false;
  const message = messageOf(password, scheme as Scheme);
  if (message === undefined) return false;
  const how = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), salt: Buffer.from(salt, 'base64') };
  const [made] = await hashing.run({ appId: app.id, signal }, [() => derive(message, how)]);
  return timingSafeEqual(made!, expected);
}

async function hashOf(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(md5(password), { ...cost, salt });
  return `$argon2id-md5$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** What the scheme hashes; undefined when that is not known. */
function messageOf(password: Password, scheme: Scheme): string | undefined {
  if ('md5' in password) return scheme === 'argon2id-md5' ? password.md5.toLowerCase() : undefined;
  return scheme === 'argon2id-md5' ? md5(password.text) : password.text;
}

function md5(text: string): string {
  return hash('md5', text);
}

function derive(message: string, { salt, ...how }: Cost & { salt: Buffer }): Promise<Buffer> {
  return argon2Async('argon2id', { message, nonce: salt, tagLength: tagBytes, ...how });
}

/** Without padding, as PHC strings have it. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
