import { defineConfig } from 'vitest/config';
import base from './vitest.config';

/** For `npm run mutants`: the unit tests of one area, run many times over. */
export default defineConfig({
  resolve: base.resolve ?? {},
  test: {
    testTimeout: 60_000,
    setupFiles: ['lib/testing/property-seed.ts'],
    include: [process.env.NABLA_MUTANT_TESTS ?? '{lib,bin,app}/**/*.test.{ts,tsx}'],
    exclude: ['**/*.integration.test.ts'],
  },
});
