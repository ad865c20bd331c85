import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';

// Set by `npm test -- browser`, which also opens the database and finds the browser.
const port = process.env.NABLA_E2E_PORT ?? '3219';
const { NABLA_E2E_DATABASE, NABLA_E2E_SITE, NABLA_BROWSER } = process.env;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  // A test that passes only now and then is to be repaired, not tried again.
  retries: 0,
  // A journey through the exam takes a quarter of this on two busy cores.
  timeout: 240_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: `http://localhost:${port}`,
    // Pictures of the page at every key would take longer than the keys.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    launchOptions: {
      ...(NABLA_BROWSER && { executablePath: NABLA_BROWSER }),
      args: [
        ...['--no-sandbox', '--disable-quic', '--disable-background-networking'],
        // Where there is none it would be imitated, which takes a fifth of a core from the pages.
        '--disable-gpu',
      ],
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
  webServer: {
    command: 'node bin/start.mjs',
    ...(NABLA_E2E_SITE && { cwd: NABLA_E2E_SITE }),
    url: `http://localhost:${port}/api/health`,
    reuseExistingServer: false,
    // It builds first, which takes half a minute alone and many on a machine that others use.
    timeout: 900_000,
    stdout: process.env.NABLA_E2E_LOG ? 'pipe' : 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: {
      // Never the database that DATABASE_URL names: the tests write to it.
      DATABASE_URL: NABLA_E2E_DATABASE ?? '',
      NABLA_DATA: join('.data', `throwaway-${process.pid}-site`),
      NABLA_DEMO: '1',
      NODE_ENV: 'production',
      PORT: port,
    },
  },
});
