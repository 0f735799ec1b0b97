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
      { extends: true, test: { name: 'tests', include: ['packages/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'], exclude: [ledger] } },
      // Runs when all others are done, over what they recorded.
      { extends: true, test: { name: 'ledger', include: [ledger], sequence: { groupOrder: 1 } } },
    ],
  },
});
