import { readFile } from 'node:fs/promises';
import { z } from 'zod';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const vitestSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int().default(0),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** Counts a Vitest report. A file that could not even be loaded is a failure, though no test ran. */
export async function readVitestReport(file: string, exitCode: number): Promise<Counts> {
  const report = vitestSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return atLeastOneFailure(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

const playwrightSchema = z.object({
  stats: z.object({
    expected: z.int(),
    unexpected: z.int(),
    flaky: z.int(),
    skipped: z.int(),
  }),
  errors: z.array(z.object({ message: z.string().optional() })).default([]),
});

/** Counts a Playwright report. A test that passes only when tried again has failed. */
export async function readPlaywrightReport(file: string, exitCode: number): Promise<Counts> {
  const report = playwrightSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  for (const { message } of report.errors) console.error(message);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailure(exitCode, {
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    skipped,
  });
}

/** A suite that ends badly has failed even if none of its tests says so. */
function atLeastOneFailure(exitCode: number, counts: Counts): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
