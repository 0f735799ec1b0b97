import { describe, expect, test } from 'vitest';
import { FairQueue } from '../src/domain/fair-queue.ts';
import * as passwords from '../src/domain/users/passwords.ts';

/** The MD5 of `secret`, as JMessage's web client sends it. */
const md5 = '5ebe2294ecd0e0f08eab7690d2a6ee69';

const turns = { app: { id: 1 }, hashing: new FairQueue({ atOnce: 2 }) };
const hashPassword = async (text: string) => (await passwords.hashPasswords(turns, [text]))[0]!;
const isPassword = (password: passwords.Password, stored: string) => passwords.isPassword(turns, password, stored);

describe('a stored password', () => {
  test('is proved by its text and by the MD5 that a client sends, in either case, and by nothing else', async () => {
    const stored = await hashPassword('secret');
    expect(await isPassword({ text: 'secret' }, stored)).toBe(true);
    expect(await isPassword({ md5 }, stored)).toBe(true);
    expect(await isPassword({ md5: md5.toUpperCase() }, stored)).toBe(true);
    expect(await isPassword({ text: md5 }, stored)).toBe(false);
    expect(await isPassword({ md5: 'secret' }, stored)).toBe(false);
    expect(await isPassword({ text: 'Secret' }, stored)).toBe(false);
  });

  test('may itself be 32 hex digits: the MD5 of those is what proves it', async () => {
    const stored = await hashPassword(md5);
    expect(await isPassword({ text: md5 }, stored)).toBe(true);
    expect(await isPassword({ md5: '7022cd14c42ff272619d6beacdc9ffde' }, stored)).toBe(true);
    expect(await isPassword({ md5 }, stored)).toBe(false);
  });

  test('is hashed as the UTF-8 of its text', async () => {
    expect(await isPassword({ md5: '560442bbb79a92cd7a08f70277c889c9' }, await hashPassword('密码😀'))).toBe(true);
  });
});

describe('a password that version 0.1 has stored', () => {
  const stored = '$argon2id$v=19$m=19456,t=2,p=1$z/gF1VoI4SIjb23UHOiakA$bwmauHxv3gQp2MbDDt7YZraYOpRAXPL5nG132c0ktJ4';

  test('is proved by its text, and by no MD5', async () => {
    expect(await isPassword({ text: 'secret' }, stored)).toBe(true);
    expect(await isPassword({ text: 'Secret' }, stored)).toBe(false);
    expect(await isPassword({ md5 }, stored)).toBe(false);
  });

  test('is not proved by an MD5 that was itself the password', async () => {
    const digits = '$argon2id$v=19$m=19456,t=2,p=1$5WWy7EGPoB/EngxeQDykZg$moH6LXROyZlAh2GyG4UjFKaYIdT0TirYSpoOQTxFdWo';
    expect(await isPassword({ text: md5 }, digits)).toBe(true);
    expect(await isPassword({ md5 }, digits)).toBe(false);
  });
});
