import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './support/server.ts';

const mark = '\ufeff';
const alice = `${mark}alice`;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  await on.rongcloud.call('registerUser', { body: { userId: alice, name: `${mark}Alice` } });
  await on.rongcloud.call('registerUser', { body: { userId: 'alice', name: 'Another' } });
});
afterAll(() => on.stop());

describe('a text that begins with U+FEFF', () => {
  test('comes back as it was stored from every kind of column, in keys too, and within the text of an error', async () => {
    const db = on.ctx.db;
    const { rows } = await sql<object>`
      select ${alice}::text as text, ${alice}::varchar as varchar, array[${alice}]::text[] as texts, ${mark} as alone,
        ${JSON.stringify({ [alice]: alice })}::json as json, ${JSON.stringify({ [alice]: alice })}::jsonb as jsonb,
        jsonb_object_keys(${JSON.stringify({ [alice]: 1 })}::jsonb) as key, 1 as ${sql.ref(alice)}`.execute(db);
    const object = { [alice]: alice };
    expect(rows).toEqual([
      { text: alice, varchar: alice, texts: [alice], alone: mark, json: object, jsonb: object, key: alice, [alice]: 1 },
    ]);
    await expect(sql`select ${sql.ref(alice)}`.execute(db)).rejects.toThrow(`column "${alice}" does not exist`);
  });

  test('is another id than the one without it, in both dialects', async () => {
    expect(await on.jmessage.call('getUser', { path: { username: alice } })).toMatchObject({
      status: 200,
      body: { username: alice, nickname: `${mark}Alice` },
    });
    expect(await on.rongcloud.call('getUser', { body: { userId: alice } })).toMatchObject({ body: { userName: `${mark}Alice` } });
    expect(await on.rongcloud.call('getUser', { body: { userId: 'alice' } })).toMatchObject({ body: { userName: 'Another' } });
  });

  test('stays in lists, group names and messages', async () => {
    const group = { owner_username: 'alice', name: `${mark}Group`, members_username: [alice] };
    const { gid } = (await on.jmessage.call('createGroup', { body: group })).body as { gid: number };
    expect((await on.jmessage.call('getGroup', { path: { gid } })).body).toMatchObject({ name: `${mark}Group` });
    const members = (await on.jmessage.call('listGroupMembers', { path: { gid } })).body as { username: string }[];
    expect(members.map(({ username }) => username).toSorted()).toEqual(['alice', alice].toSorted());

    const text = { text: `${mark}hello`, extras: { [`${mark}key`]: mark } };
    const single = { version: 1, target_type: 'single', target_id: 'alice', from_type: 'user', from_id: alice, msg_type: 'text' };
    expect(await on.jmessage.call('sendMessage', { body: { ...single, msg_body: text } })).toMatchObject({ status: 201 });
    const query = { count: 10, begin_time: '2026-01-31 10:00:00', end_time: '2026-01-31 11:00:00' };
    const { body } = await on.jmessage.call('listUserMessages', { path: { username: alice }, query });
    expect(body).toMatchObject({ total: 1, messages: [{ from_id: alice, target_id: 'alice', msg_body: text }] });
  });

  test('a user who has it can be deleted, and the one without it stays', async () => {
    expect(await on.jmessage.call('deleteUser', { path: { username: alice } })).toMatchObject({ status: 204 });
    expect(await on.jmessage.call('getUser', { path: { username: alice } })).toMatchObject({ status: 403 });
    expect(await on.jmessage.call('getUser', { path: { username: 'alice' } })).toMatchObject({ status: 200 });
  });
});
