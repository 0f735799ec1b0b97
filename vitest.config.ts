import { defineConfig } from 'vitest/config';

const ledger = 'packages/contract/test/ledger.test.ts';

export default defineConfig({
  test: {
    globalSetup: 'packages/contract/test/support/database.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores: a worker each.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // Files that only call servers of their own share what a worker has loaded: loading the server costs as much as most of them.
        test: { name: 'calls', include: ['packages/{client,contract}/test/**/*.test.ts'], exclude: [ledger], isolate: false },
      },
      // Some change what is the process's own.
      { extends: true, test: { name: 'server', include: ['packages/server/test/**/*.test.ts', 'scripts/test/**/*.test.ts'] } },
      // Runs when all others are done, over what they recorded.
      { extends: true, test: { name: 'ledger', include: [ledger], sequence: { groupOrder: 1 } } },
    ],
  },
});
