import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../paths.ts';
import { findBinaries } from '../postgres.ts';

const options = { cwd: join(root, 'scripts'), encoding: 'utf8' } as const;
const run = (...args: string[]) => spawnSync('node', ['postgres.ts', ...args], options);
const ask = `
  import pg from 'pg';
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  console.log((await client.query('show fsync')).rows[0].fsync, process.env.DATABASE_URL);
  process.exit(3);`;

test.skipIf(!findBinaries())('a command gets a database of its own, which ends with it, and its exit code is passed on', () => {
  const { status, stdout } = run('--', 'node', '--input-type=module', '-e', ask);
  const [fsync, url = ''] = stdout.trim().split(' ');
  expect({ status, fsync }).toEqual({ status: 3, fsync: 'on' });
  const env = { ...process.env, DATABASE_URL: url };
  const afterwards = spawnSync('node', ['--input-type=module', '-e', ask], { ...options, env });
  expect(afterwards.stderr).toContain('ECONNREFUSED');
});

test.skipIf(!findBinaries())('a command that does not exist is 127', () => {
  expect(run('--', 'no-such-command').status).toBe(127);
});

test('without a command the usage is shown', () => {
  const { status, stderr } = run();
  expect({ status, stderr }).toEqual({ status: 2, stderr: 'Usage: node scripts/postgres.ts -- <command…>\n' });
});
