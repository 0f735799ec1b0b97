import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const log = new URL('../src/log.ts', import.meta.url);
const program = (rest: string) => [
  '--input-type=module',
  '-e',
  `import { createLog } from '${log}'; createLog('info').info('a line'); ${rest}`,
];

test('lines that wait are written when the process ends, in whatever way it does itself', () => {
  for (const end of ['', 'process.exit(1)', 'throw new Error("end")']) {
    const { stdout } = spawnSync('node', program(end), { encoding: 'utf8' });
    expect(JSON.parse(stdout)).toMatchObject({ level: 30, msg: 'a line' });
  }
});

test('a line is written though none follows', async () => {
  const child = spawn('node', program('setInterval(() => {}, 1000)'), { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  child.kill('SIGKILL');
  expect(JSON.parse(String(line))).toMatchObject({ msg: 'a line' });
});
