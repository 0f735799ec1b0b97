import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
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

test.runIf(process.platform === 'linux')('a full disk under the log does not end the process', () => {
  const full = openSync('/dev/full', 'w');
  const writeOn = `
    const log = createLog('info');
    let lines = 0;
    setInterval(() => {
      log.info('x'.repeat(5000));
      if (++lines === 500) process.exit(0);
    }, 1);`;
  const { status, stderr } = spawnSync('node', program(writeOn), { stdio: ['ignore', full, 'pipe'], encoding: 'utf8', timeout: 20_000 });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
