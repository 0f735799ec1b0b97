/** `pnpm fuzz [seconds]`: schemathesis makes requests of each document and holds the answers of a running server against it. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp, startServer } from '@diglot/server';
import { api, type DocumentName, documentNames, root } from '../paths.ts';
import { AnswerCount } from './answers.ts';

/** For each document. */
const seconds = Number(process.argv[2] ?? 60);
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

if (spawnSync('schemathesis', ['--version']).status !== 0) {
  console.error('fuzz: schemathesis is not installed. Install it with: pip install schemathesis');
  process.exit(1);
}
const answers = new AnswerCount();
const adminKey = 'admin-key-of-the-fuzzer';
const server = await startServer({ database: { kind: 'memory' }, adminKey, log: answers.log });
const app = (await createApp(server.services, { name: 'fuzz', settings: { rateLimits: { enabled: false } } }))!;
// Schemathesis leaves notes where it runs.
const folder = mkdtempSync(join(tmpdir(), 'diglot-fuzz-'));
let failed = false;
for (const name of documentNames) failed = !(await fuzz(name)) || failed;
await server.stop();
rmSync(folder, { recursive: true });
process.exit(failed ? 1 : 0);

/** Whether every answer was as documented, and some were successes: a run that only meets refusals shows nothing. */
async function fuzz(name: DocumentName): Promise<boolean> {
  const code = await run(name);
  const { accepted, refused, faults } = answers.of(name);
  console.log(`${name}: ${accepted} accepted, ${refused} refused, ${faults} faults`);
  return code === 0 && accepted > 0 && faults === 0;
}

async function run(name: DocumentName): Promise<number> {
  const document = join(root, api, `${name}.json`);
  const formats = new Set(readFileSync(document, 'utf8').match(/(?<=bytes-)\d+-\d+/g));
  const options = ['--url', server.url, '--checks', checks.join(), '--max-time', `${seconds}`, '--seed', '1', '--warnings', 'off'];
  const child = spawn('schemathesis', ['run', document, ...options], {
    cwd: folder,
    stdio: 'inherit',
    env: {
      ...process.env,
      SCHEMATHESIS_HOOKS: 'hooks',
      PYTHONPATH: fileURLToPath(new URL('.', import.meta.url)),
      PYTHONDONTWRITEBYTECODE: '1',
      DIGLOT_APP_KEY: app.key,
      DIGLOT_APP_SECRET: app.secret,
      DIGLOT_ADMIN_KEY: adminKey,
      DIGLOT_BYTE_FORMATS: [...formats].join(' '),
    },
  });
  const [code] = (await once(child, 'exit')) as [number];
  return code;
}
