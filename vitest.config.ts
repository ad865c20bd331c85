import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

export default defineConfig({
  resolve: {
    alias: {
      '@': root,
      // Tests are server code; the package's other face throws to keep it out of browsers.
      'server-only': `${root}/node_modules/server-only/empty.js`,
    },
  },
  test: {
    // By itself Vitest leaves one core idle, which on two is half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Property tests on a machine that is busy with something else.
          testTimeout: 60_000,
          setupFiles: ['lib/testing/property-seed.ts'],
          include: ['{lib,bin,app}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['{lib,bin,app}/**/*.integration.test.ts'],
          globalSetup: ['bin/database/test-setup.ts'],
          setupFiles: ['bin/database/test-environment.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
