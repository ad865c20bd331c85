import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Severity } from '@/lib/kinds/contract';
import { type CheckedExam, checkExam } from '@/lib/kinds/exams/check-exam';
import type { Finding } from '@/lib/kinds/exams/findings/finding';
import { filesBeside } from '@/lib/kinds/exams/pictures/beside';
import { fail, ok, type Result } from '@/lib/result';
import { readOptions, unreadable } from './common';
import { describeProblem } from './describe-problem';
import { readSeeds } from './read-seeds';

/**
 * Validates an exam, runs its tests, grades its references and looks for what its author probably did
 * not mean; prints every finding with file, line and column. With `--seeds N` each test is graded under
 * N seeds, and has to get the same grade under all; with `--strict` warnings count as errors.
 * @returns the exit status: 0 clean or warnings alone, 1 errors, 2 not called right
 */
export async function check(
  args: readonly string[],
  write: (line: string) => void,
): Promise<number> {
  const called = readArguments(args);
  if (!called.ok) {
    process.stderr.write(`${called.error}\n`);
    return 2;
  }
  const { folder, seeds, strict } = called.value;
  const file = join(folder, 'exam.yaml');
  const source = await readFile(file, 'utf8').catch((error: Error) => error);
  if (source instanceof Error) {
    process.stderr.write(`${unreadable(file, source)}\n`);
    return 2;
  }
  const checked = await checkExam(source, {
    file,
    folder: basename(resolve(folder)),
    seeds,
    beside: await filesBeside(folder),
  });
  const findings = strict ? checked.findings.map(asError) : checked.findings;
  for (const finding of findings) write(describeFinding(finding));
  write(summary({ ...checked, findings }));
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function asError(finding: Finding): Finding {
  return { ...finding, severity: 'error' };
}

function describeFinding({ severity, message, ...place }: Finding): string {
  return describeProblem({ ...place, message: `${severity}: ${message}` });
}

function summary({ parsed, files, ran, findings }: CheckedExam): string {
  const number = (severity: Severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${count} ${severity}${count === 1 ? '' : 's'}`;
  };
  const found = `${number('error')}, ${number('warning')}`;
  if (parsed === null) return `${found}; more may be found once these errors are mended`;
  const { title, assignments } = parsed.exam;
  const pictures =
    files.length > 0 ? `${files.length} picture${files.length === 1 ? '' : 's'}, ` : '';
  const parts = assignments.flatMap((assignment) => assignment.parts);
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  return `${title}: ${assignments.length} assignments, ${parts.length} parts, ${pictures}${points} points; ${ran} tests; ${found}`;
}

interface Called {
  folder: string;
  seeds: number;
  strict: boolean;
}

function readArguments(args: readonly string[]): Result<Called, string> {
  const read = readOptions({
    args: [...args],
    options: { seeds: { type: 'string' }, strict: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [folder, ...rest] = positionals;
  const seeds = readSeeds(values.seeds);
  if (!seeds.ok) return seeds;
  if (folder === undefined || rest.length > 0)
    return fail('usage: nabla check exams/<slug> [--strict] [--seeds N]');
  return ok({ folder, seeds: seeds.value, strict: values.strict });
}
