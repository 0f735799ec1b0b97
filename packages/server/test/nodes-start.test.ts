import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { admin, withDatabase } from '../../contract/test/support/database.ts';
import { firstApp } from '../src/domain/apps.ts';
import { systemClock } from '../src/domain/clock.ts';
import { openDb } from '../src/store/db.ts';
import { migrate } from '../src/store/migrate.ts';
import { about, endAll, run, start, temporaryFolder } from './support/process.ts';

const template = inject('template');

describe.runIf(template.kind === 'postgres')('on an empty PostgreSQL', () => {
  const { url: server } = template as { url: string };
  const folder = temporaryFolder();
  let name: string;
  let url: string;
  beforeEach(async () => {
    name = `diglot_nodes_${randomUUID().replaceAll('-', '')}`;
    url = withDatabase(server, name);
    await admin(server, `create database ${name}`);
  });
  afterEach(async () => {
    await endAll();
    await admin(server, `drop database ${name} with (force)`);
  });
  afterAll(() => folder.remove());

  test('eight nodes that migrate at the same instant, and then look for the first app, find one', async () => {
    const nodes = await Promise.all(Array.from({ length: 8 }, () => openDb({ kind: 'postgres', url, poolSize: 1 })));
    await Promise.all(nodes.map(migrate));
    const apps = await Promise.all(nodes.map((db) => firstApp({ db, clock: systemClock }, 'demo')));
    expect(new Set(apps.map(({ key }) => key)).size).toBe(1);
    expect(await nodes[0]!.selectFrom('apps').select('name').execute()).toEqual([{ name: 'demo' }]);
    for (const db of nodes) await db.destroy();
  });

  test('two processes that start at once, beside a diglot migrate, print one and the same app', async () => {
    const env = { DATABASE_URL: url, DIGLOT_DATA: folder.path };
    const migration = run('cli.ts', ['migrate'], env);
    const servers = await Promise.all([start(env), start(env)]);
    const [one, other] = servers.map(about);
    expect(one!.key).toMatch(/^[a-z0-9]{24}$/);
    expect(other).toMatchObject({ key: one!.key, secret: one!.secret });
    expect(await migration.ended).toEqual({ code: 0 });
    expect(migration.stderr).toBe('');
  });
});
