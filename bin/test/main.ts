/** Runs the suites one after another and adds up their reports. The last line is the total. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runChecks } from '../check/steps';
import { freePort } from '../database/ports';
import { openThrowawayDatabase } from '../database/throwaway';
import { seconds, step } from '../progress';
import { root } from '../start/settings';
import { findBrowser } from './browser';
import { openProductionInstall } from './production-install';
import { type Counts, readPlaywrightReport, readVitestReport } from './reports';
import { runTool } from './run-tool';

const begun = performance.now();
const reports = join(root, '.data', 'reports');

/**
 * What is run; all of it without arguments. `npm test -- check unit` runs two suites,
 * `npm test -- browser e2e/journeys/proof.spec.ts` one file of a suite.
 */
const suites = { check: runCheck, unit: runUnit, integration: runIntegration, browser: runBrowser };
type Suite = keyof typeof suites;

/** What each may take on two quiet cores, in minutes; a suite beyond it is to be made quicker. */
const BUDGET: Readonly<Record<Suite, number>> = { check: 1, unit: 4, integration: 2, browser: 11 };

function isSuite(name: string): name is Suite {
  return Object.hasOwn(suites, name);
}

const words = process.argv.slice(2);
const files = words.filter((word) => word.includes('/'));
const asked = words.filter((word) => !word.includes('/'));
const unknown = asked.filter((name) => !isSuite(name));
if (unknown.length > 0) {
  console.error(
    `There is no suite ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}.`,
  );
  process.exit(2);
}

await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });
// Ctrl-C reaches the running suite by itself; we stay to clear up behind it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

const results: { suite: Suite; counts: Counts; time: string; minutes: number }[] = [];
for (const suite of Object.keys(suites).filter(isSuite)) {
  if (asked.length > 0 && !asked.includes(suite)) continue;
  console.log(`\n== ${suite} tests`);
  const start = performance.now();
  const counts = await suites[suite]().catch((error: unknown): Counts => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  const minutes = (performance.now() - start) / 60_000;
  results.push({ suite, counts, time: seconds(start), minutes });
}

console.log('');
let passed = 0;
let failed = 0;
for (const { suite, counts, time, minutes } of results) {
  const ran = counts.passed + counts.failed;
  // A suite that finds no test would pass for ever.
  if (ran === 0) console.log(`${suite}: no test ran, which counts as a failure`);
  const over = minutes > BUDGET[suite] ? ', OVER ITS BUDGET' : '';
  console.log(
    `${suite}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${time}, budget ${BUDGET[suite]} min${over})`,
  );
  passed += counts.passed;
  failed += counts.failed + (ran === 0 ? 1 : 0);
}
console.log(`all suites in ${seconds(begun)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

async function runCheck(): Promise<Counts> {
  return { ...runChecks(), skipped: 0 };
}

async function runUnit(): Promise<Counts> {
  return runVitest('unit');
}

async function runIntegration(): Promise<Counts> {
  return runVitest('integration');
}

async function runVitest(project: string): Promise<Counts> {
  const report = join(reports, `${project}.json`);
  const code = await runTool('vitest/vitest.mjs', [
    'run',
    ...files,
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return readVitestReport(report, code);
}

/**
 * Against a site that was built and is served from a production install, as on a server; for single
 * files against this checkout, which is there sooner.
 */
async function runBrowser(): Promise<Counts> {
  const browser = await findBrowser();
  console.log(`Browser: ${browser.name}`);
  const site =
    files.length > 0 ? null : await step('Installing what a server gets', openProductionInstall);
  const database = await openThrowawayDatabase('e2e');
  const report = join(reports, 'browser.json');
  try {
    const code = await runTool('@playwright/test/cli.js', ['test', ...files], {
      ...browser.env,
      ...(site && { NABLA_E2E_SITE: site.folder }),
      NABLA_E2E_DATABASE: database.url,
      NABLA_E2E_PORT: `${await freePort()}`,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    return await readPlaywrightReport(report, code);
  } finally {
    await database.remove();
    await site?.remove();
  }
}
