/**
 * `npm run mutants -- <area> [one in N]`: which faults the tests beside an area would not notice
 * (Stryker). Where a whole run is too long, one block of lines in N is tried, always the same ones.
 * Not in CI; the last scores are in docs/performance.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is changed, and the tests that should notice. */
const AREAS = {
  exam: { folders: ['lib/exam'], tests: 'lib/{exam/*,kinds/exams/parse-exam}.test.ts' },
  saving: {
    files: ['lib/features/attempt/room/answer-sync.ts'],
    tests: 'lib/features/attempt/room/*.test.ts',
  },
  compare: { folders: ['lib/math/compare'], tests: 'lib/math/{compare,golden}/**/*.test.ts' },
  graders: {
    files: readdirSync('lib/kinds').map((kind) => `lib/kinds/${kind}/grade.ts`),
    tests: 'lib/kinds/**/*.test.ts',
  },
};
/** Lines that are tried or left together. */
const BLOCK = 8;

const [name = '', oneIn = '1'] = process.argv.slice(2);
const area = AREAS[name];
if (!area || !/^[1-9]\d*$/.test(oneIn)) {
  console.error(
    `Usage: npm run mutants -- ${Object.keys(AREAS).join('|')} [one block of lines in N]`,
  );
  process.exit(1);
}

const files = [
  ...(area.folders ?? []).flatMap((folder) =>
    readdirSync(folder).map((file) => join(folder, file)),
  ),
  ...(area.files ?? []),
].filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && existsSync(file));

const ranges = files.flatMap((file) => {
  const lines = readFileSync(file, 'utf8').split('\n').length;
  const starts = Array.from({ length: Math.ceil(lines / BLOCK) }, (_, block) => block * BLOCK + 1);
  return starts
    .filter((_, block) => block % Number(oneIn) === 0)
    .map((start) => `${file}:${start}-${Math.min(start + BLOCK - 1, lines)}`);
});

const mutate = oneIn === '1' ? files : ranges;
const { status } = spawnSync('npx', ['stryker', 'run', '--mutate', mutate.join(',')], {
  stdio: 'inherit',
  env: { ...process.env, NABLA_MUTANT_TESTS: area.tests },
});
process.exit(status ?? 1);
