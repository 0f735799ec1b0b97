import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startServer } from '@diglot/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenLinks } from '../../../scripts/docs/links.ts';
import { withReadableSchemas } from '../../../scripts/docs/readable-schemas.ts';
import { buildSite } from '../../../scripts/docs/site.ts';
import { dialectNames as dialects, loadApi } from '../src/index.ts';
import { freshDatabase } from './support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'diglot-site-'));
const site = join(folder, 'site');
const page = (name: string) => readFileSync(join(site, name), 'utf8');

/** Of an operation, as the script of its page gives it to Redoc. */
function descriptionOf(dialect: string, id: string): string {
  const [, definition = ''] = /const __redoc_definition = (.*);\n/.exec(page(`${dialect}.js`)) ?? [];
  const { paths } = JSON.parse(definition) as { paths: Record<string, Record<string, { operationId?: string; description?: string }>> };
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  return operations.find(({ operationId }) => operationId === id)?.description ?? '';
}

beforeAll(() => buildSite(site));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the pages', () => {
  test.each([
    'index.html',
    'rongcloud.html',
    'jmessage.html',
    'admin.html',
    'errors.html',
    'getting-started.html',
    'differences.html',
    'operate.html',
    'architecture.html',
    'add-an-operation.html',
  ])('%s is there, with title and navigation', (name) => {
    expect(page(name)).toMatch(/<title>.+<\/title>/);
    expect(page(name)).toContain('<nav aria-label="Documentation">');
  });

  test.each(dialects)('the %s reference has an anchor for every operation', (dialect) => {
    const anchors = [...page(`${dialect}.html`).matchAll(/<li id="[^"]*\/([^"/]+)">/g)].map(([, id]) => id);
    expect(anchors).toEqual(loadApi(dialect).operations.map(({ id }) => id.toLowerCase()));
  });

  test.each(dialects)('the %s reference lists the errors of an operation and its code samples', (dialect) => {
    const script = page(`${dialect}.js`);
    for (const { id, errors } of loadApi(dialect).operations) {
      expect(script).toContain(`await ${dialect}.${id}(`);
      for (const { code, http, when } of errors) expect(script).toContain(JSON.stringify(`| ${code} | ${http} | ${when} |`).slice(1, -1));
    }
  });

  test.each([
    ['rongcloud', 'addBlocklistUsers', 'Also served as `/user/blocklist/add.json`.'],
    ['rongcloud', 'listSensitiveWords', 'Deprecated, from earlier years, and served alike: `/wordfilter/list.json`.'],
    ['rongcloud', 'reactivateUsers', 'Does no harm when it is repeated.'],
    ['rongcloud', 'recallMessage', "In the cloud's API list: “Recall Message”, “Recall Single System Notification”."],
    ['rongcloud', 'publishPrivateMessage', 'Rate limit: 6000 recipients in 60 seconds.'],
    ['rongcloud', 'setChatroomAttribute', 'Rate limit: 100 properties in a second, shared with “Set several chatroom attributes”.'],
    ['jmessage', 'sendMessage', 'Rate limit: 600 calls in 60 seconds, shared with other operations.'],
    ['jmessage', 'transferGroup', "Not in the cloud's API list."],
  ] as const)('the %s reference says of %s: %s', (dialect, id, sentence) => {
    expect(descriptionOf(dialect, id).split('\n')).toContain(`- ${sentence}`);
  });

  test.each(dialects)('the code samples of %s have a value for every parameter of their paths', (dialect) => {
    const { paths } = JSON.parse(page(`${dialect}.json`)) as {
      paths: Record<string, Record<string, { 'x-codeSamples'?: { source: string }[] }>>;
    };
    const sources = Object.values(paths).flatMap((item) => Object.values(item).flatMap((operation) => operation['x-codeSamples'] ?? []));
    expect(sources).toHaveLength(2 * loadApi(dialect).operations.length);
    for (const { source } of sources) expect(source).not.toMatch(/undefined|\/\{\w+\}/);
  });

  test.each(dialects)('the error table has every code of %s', (dialect) => {
    const { errors, operations } = loadApi(dialect);
    const listed = new Set([...errors, ...operations.flatMap((operation) => operation.errors)].map(({ code }) => code));
    const shown = [...page('errors.html').matchAll(new RegExp(`id="${dialect}-(\\w+)"`, 'g'))].map(([, code]) => code);
    expect(shown).toEqual([...listed].map(String).sort((one, other) => one.localeCompare(other, 'en', { numeric: true })));
  });

  test('a long page begins with a list of its sections', () => {
    const headings = [...page('differences.html').matchAll(/<h2 id="([^"]+)">/g)].map(([, id]) => id);
    const [, list = ''] = /<nav class="contents".*?>(.*?)<\/nav>/s.exec(page('differences.html')) ?? [];
    expect([...list.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)).toEqual(headings);
    expect(page('add-an-operation.html')).not.toContain('class="contents"');
  });

  test('nothing is loaded from another host', () => {
    for (const name of ['index.html', 'errors.html', ...dialects.map((dialect) => `${dialect}.html`)]) {
      expect(page(name)).not.toMatch(/<(script|link|img)[^>]+(src|href)="https?:/);
    }
    expect(page('redoc.js')).not.toContain('https://cdn.redoc.ly');
  });

  test('no page holds a script of its own, which the policy would block', () => {
    for (const name of ['index.html', 'errors.html', ...dialects.map((dialect) => `${dialect}.html`)]) {
      expect(page(name)).not.toMatch(/<script(?![^>]* src=)[^>]*>|\son\w+="/);
    }
  });
});

test('a value or null is shown as one type, wherever it stands', () => {
  const components = { Minutes: { type: 'integer', minimum: 1 }, None: { type: 'null' } };
  const choice = { anyOf: [{ $ref: '#/components/Minutes' }, { $ref: '#/components/None' }] };
  const real = { anyOf: [{ type: 'integer' }, { type: 'string' }] };
  expect(withReadableSchemas({ components, list: [{ properties: { a: choice, b: real } }] })).toEqual({
    components,
    list: [{ properties: { a: { type: ['integer', 'null'], minimum: 1 }, b: real } }],
  });
});

test('a length in bytes is said in words, and conditions are left to the descriptions', () => {
  const field = (format: string) => ({ type: 'string', format });
  const conditional: object = JSON.parse('{"allOf":[{"type":"object"},{"if":{},"then":{}}]}');
  expect(
    withReadableSchemas({ a: field('bytes-1-64'), b: field('bytes-0-512'), c: field('bytes-8-8'), d: field('uri'), conditional }),
  ).toEqual({
    a: field('1 to 64 bytes'),
    b: field('up to 512 bytes'),
    c: field('8 bytes'),
    d: field('uri'),
    conditional: { allOf: [{ type: 'object' }] },
  });
});

test('a link that leads nowhere is found, with its page', async () => {
  expect(await brokenLinks(site)).toEqual([]);
  writeFileSync(
    join(site, 'broken.html'),
    '<a href="gone.html">1</a> <a href="errors.html#rongcloud-1">2</a> <a href="errors.html#rongcloud-1002">3</a>',
  );
  expect(await brokenLinks(site)).toEqual(['broken.html: gone.html', 'broken.html: errors.html#rongcloud-1']);
  rmSync(join(site, 'broken.html'));
});

describe('a running server', () => {
  let server: RunningServer;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const { database, ...rest } = await freshDatabase();
    drop = rest.drop;
    server = await startServer({ database, docsFolder: site });
  });
  afterAll(async () => {
    await server.stop();
    await drop();
  });

  test('serves the pages under a policy that lets no script into a page', async () => {
    const response = await fetch(`${server.url}/docs/`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(page('index.html'));
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'self';.*script-src 'self';/);
  });

  test('leads from / to the pages', async () => {
    const response = await fetch(server.url, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/docs/']);
  });

  test('answers a page that is not there in the envelope of the API', async () => {
    const response = await fetch(`${server.url}/docs/none.html`);
    expect([response.status, await response.json()]).toMatchObject([404, { code: 404 }]);
  });
});
