/** Settings of Stryker; bin/mutants.mjs says what is changed and which tests should notice. */
export default {
  plugins: ['@stryker-mutator/vitest-runner'],
  // Stryker rewrites paths in it through an interface that TypeScript 7 no longer has; none here leads outside.
  tsconfigFile: 'none',
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutants.config.ts', related: true },
  // What runs once when a file is loaded would need a run of all tests for each mutant.
  ignoreStatic: true,
  ignorePatterns: ['.next', '.data', '.ci', 'docs', 'test-results'],
  concurrency: 2,
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 20,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { reportTests: false, allowColor: false, skipFull: true },
  tempDirName: '.stryker-tmp',
};
