import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './reports';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nabla-reports-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(report: unknown): Promise<string> {
  const path = join(folder, 'report.json');
  await writeFile(path, JSON.stringify(report));
  return path;
}

const vitest = (changes = {}) =>
  file({ numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, testResults: [], ...changes });

const playwright = (stats = {}, errors: unknown[] = []) =>
  file({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

describe('counting reports', () => {
  it('counts what passed, failed and was skipped', async () => {
    const report = await vitest({ numFailedTests: 2 });
    expect(await readVitestReport(report, 1)).toEqual({ passed: 3, failed: 2, skipped: 1 });
    expect(await readPlaywrightReport(await playwright({ unexpected: 1 }), 1)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 0,
    });
  });

  it('a file that could not be loaded is a failure', async () => {
    const report = await vitest({ testResults: [{ status: 'failed', assertionResults: [] }] });
    expect((await readVitestReport(report, 1)).failed).toBe(1);
  });

  it('a test that passed only when tried again has failed', async () => {
    expect((await readPlaywrightReport(await playwright({ flaky: 1 }), 0)).failed).toBe(1);
  });

  it('a suite that ends badly has failed, whatever its report says', async () => {
    expect((await readVitestReport(await vitest(), 1)).failed).toBe(1);
    expect((await readPlaywrightReport(await playwright(), 1)).failed).toBe(1);
  });

  it('a missing report is an error, not zero failures', async () => {
    await expect(readVitestReport(join(folder, 'none.json'), 0)).rejects.toThrow();
  });
});
