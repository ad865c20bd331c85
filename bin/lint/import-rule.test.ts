import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

/** The rules of the linter, each tried on a file that breaks it and on one that does not. */

const root = join(import.meta.dirname, '..', '..');

/** What the linter finds, by its rule, the file and the line that it stands on. */
const diagnosticsSchema = z.object({
  diagnostics: z.array(
    z.object({
      category: z.string(),
      message: z.string(),
      location: z.object({ path: z.string(), start: z.object({ line: z.int() }) }),
    }),
  ),
});

const PACKAGE = 'package.json';
const MANIFEST = JSON.stringify({
  name: 'a',
  dependencies: { zod: '*' },
  devDependencies: { vitest: '*', 'fast-check': '*' },
});

/**
 * The lines of a project of their own, by file. The linter runs once over all that the tests below
 * have put into it, since starting it takes longer than any file.
 */
const written = new Map<string, string[]>();
let findings: z.infer<typeof diagnosticsSchema>['diagnostics'];

/** Puts a line into a file of the project. Returns what the linter says of it. */
function putting(path: string, text: string): () => string {
  const lines = written.get(path) ?? [];
  if (!lines.includes(text)) lines.push(text);
  written.set(path, lines);
  const line = lines.indexOf(text) + 1;
  return () =>
    findings
      .filter(({ location }) => location.path === path && location.start.line === line)
      .map(({ category, message }) => `${category}: ${message}`)
      .join('\n');
}

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'nabla-lint-'));
  for (const name of ['biome.json', 'biome.imports.json', 'bin/lint/clock.grit'])
    cpSync(join(root, name), join(folder, name));
  writeFileSync(join(folder, PACKAGE), MANIFEST);
  for (const [path, lines] of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), lines.join('\n'));
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', '.'];
  // That it finds something is what it ends badly for.
  const { stdout } = spawnSync(process.execPath, [biome, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  findings = diagnosticsSchema.parse(JSON.parse(stdout)).diagnostics;
  rmSync(folder, { recursive: true, force: true });
});

/** With what the linter says of each of these imports, of a file and what it imports. */
function importsOf(cases: readonly (readonly [string, string])[]) {
  return cases.map(
    ([path, specifier]) => [path, specifier, putting(path, `import '${specifier}';`)] as const,
  );
}

describe('imports against the table of rooms', () => {
  const refused = importsOf([
    ['lib/math/core/a.ts', 'zod'],
    ['lib/math/numbers/a.ts', '@/lib/math/functions/exponential'],
    ['lib/math/functions/a.ts', '@/lib/math/core/tree'],
    ['lib/math/arithmetic/a.ts', '@/lib/math/core/tree'],
    ['lib/math/core/a.ts', '@/lib/math/notation/tokens'],
    ['lib/math/core/a.ts', '../notation/tokens'],
    ['lib/math/notation/a.ts', '@/lib/math/language/shape'],
    ['lib/math/types/a.ts', '@/lib/math/reading/read'],
    ['lib/math/reading/a.ts', '@/lib/math/claims/read-claim'],
    ['lib/math/claims/a.ts', '@/lib/math/evaluate/limits'],
    ['lib/math/evaluate/a.ts', '@/lib/math/language/evaluate'],
    ['lib/math/language/a.ts', '@/lib/math/reading/read'],
    ['lib/math/numbers/a.ts', '@/lib/math/notation/tokens'],
    ['lib/math/numbers/a.ts', 'decimal.js'],
    ['lib/math/evaluate/a.ts', '@/lib/math/reading/read'],
    ['lib/math/compare/a.ts', '@/lib/math/reading/read'],
    ['lib/math/compare/a.ts', '@/lib/kinds/contract'],
    ['lib/exam/a.ts', '@/lib/server/db'],
    ['lib/exam/a.ts', 'react'],
    ['lib/kinds/contract.ts', '@/lib/kinds/fields/symbols'],
    ['lib/kinds/contract.ts', '@/lib/kinds/registry/answers'],
    ['lib/kinds/fields/a.ts', '@/lib/kinds/lines/edit'],
    ['lib/kinds/fields/a.ts', '@/lib/kinds/formula/answer'],
    ['lib/kinds/formula/a.tsx', '@/lib/kinds/recurrence/answer'],
    ['lib/kinds/formula/a.tsx', '../recurrence/answer'],
    ['lib/kinds/formula/a.tsx', '@/lib/kinds/registry/answers'],
    ['lib/kinds/formula/a.tsx', '@/lib/server/db'],
    ['lib/kinds/formula/a.tsx', '@/lib/features/attempt/data'],
    ['lib/kinds/proof/reading/a.ts', '@/lib/kinds/proof/reasoning/reasoner'],
    ['lib/kinds/proof/reasoning/a.ts', '@/lib/kinds/proof/judging/assess'],
    ['lib/kinds/proof/reasoning/a.ts', 'decimal.js'],
    ['lib/kinds/proof/reasoning/algebra/a.ts', '@/lib/kinds/proof/reasoning/theory'],
    ['lib/kinds/proof/grade.ts', '@/lib/kinds/plan/answer'],
    ['lib/kinds/plan/a.ts', 'pg'],
    ['lib/kinds/exams/a.ts', '@/lib/server/db'],
    ['lib/ui/a.tsx', '@/lib/exam/check'],
    ['lib/server/a.ts', '@/lib/features/attempt/data'],
    ['lib/server/a.ts', '@/lib/kinds/exams/content'],
    ['lib/features/attempt/policy.ts', '@/lib/server/db'],
    ['lib/features/attempt/actions.ts', '@/lib/server/prisma-client/client'],
    ['lib/features/attempt/data.ts', '@/lib/features/grading/grader'],
    ['lib/features/attempt/data.ts', '@/lib/math/compare/compare'],
    ['lib/features/attempt/data.ts', '@/app/page'],
    ['lib/features/attempt/components/a.tsx', '@/lib/server/db'],
    ['lib/features/attempt/components/a.tsx', '@/lib/kinds/exams/grade-part'],
    ['lib/features/attempt/components/a.tsx', '@/lib/kinds/registry/graders'],
    ['lib/features/attempt/components/a.tsx', '@/lib/kinds/registry/authoring'],
    ['app/page.tsx', '@/lib/server/db'],
    ['app/page.tsx', '@/lib/math/compare/compare'],
    ['app/api/a/route.ts', '@/lib/server/db'],
  ]);
  it.each(refused)('%s may not import %s', (_path, _specifier, said) => {
    expect(said()).toContain('noRestrictedImports');
  });

  const allowed = importsOf([
    ['lib/math/core/a.ts', './tree'],
    ['lib/math/core/a.ts', '@/lib/result'],
    ['lib/math/core/a.test.ts', 'decimal.js'],
    ['lib/math/compare/a.ts', '@/lib/math/language/evaluate'],
    ['lib/exam/a.ts', 'zod'],
    ['lib/exam/a.ts', './check'],
    ['lib/kinds/formula/a.tsx', '@/lib/math/compare/compare'],
    ['lib/kinds/formula/a.tsx', '@/lib/kinds/contract'],
    ['lib/kinds/formula/a.tsx', '@/lib/kinds/fields/symbols'],
    ['lib/kinds/formula/a.tsx', './answer'],
    ['lib/kinds/proof/reading/a.ts', '@/lib/kinds/proof/answer'],
    ['lib/kinds/proof/reasoning/digits.ts', 'decimal.js'],
    ['lib/server/a.ts', '@/lib/exam/check'],
    ['lib/features/attempt/data.ts', '@/lib/server/db'],
    ['lib/features/attempt/save-mutations.ts', '@/lib/server/db'],
    ['lib/features/attempt/data.ts', '@/lib/features/people/data'],
    ['lib/features/attempt/data.ts', './policy'],
    ['lib/features/attempt/policy.ts', '@/lib/features/people/policy'],
    ['lib/features/attempt/components/a.tsx', '@/lib/features/attempt/room/answer-sync'],
    ['app/page.tsx', '@/lib/features/attempt/data'],
    ['app/api/a/route.ts', '@/lib/server/http'],
  ]);
  it.each(allowed)('%s may import %s', (_path, _specifier, said) => {
    expect(said()).not.toContain('noRestrictedImports');
  });
});

describe('development dependencies', () => {
  const refused = importsOf([
    ['lib/kinds/proof/a.ts', 'fast-check'],
    ['lib/ui/a.tsx', 'vitest'],
    ['app/page.tsx', 'vitest'],
    ['bin/start/a.ts', 'vitest'],
    ['bin/nabla.ts', 'vitest'],
    ['lib/kinds/proof/a.ts', 'not-installed'],
  ]);
  it.each(refused)('%s may not import %s', (_path, _specifier, said) => {
    expect(said()).toContain('noUndeclaredDependencies');
  });

  const allowed = importsOf([
    ['lib/kinds/proof/a.ts', 'zod'],
    ['lib/kinds/proof/a.test.ts', 'fast-check'],
    ['lib/testing/a.ts', 'fast-check'],
    ['e2e/support/a.ts', 'vitest'],
    ['bin/test/a.ts', 'vitest'],
    ['vitest.config.ts', 'vitest'],
  ]);
  it.each(allowed)('%s may import %s', (_path, _specifier, said) => {
    expect(said()).not.toContain('noUndeclaredDependencies');
  });
});

describe('other rules', () => {
  const cycle = putting('lib/ui/values.ts', "import { b } from './more-values';");
  putting('lib/ui/values.ts', 'export const a = (): number => b();');
  putting('lib/ui/more-values.ts', "import { a } from './values';");
  putting('lib/ui/more-values.ts', 'export const b = (): number => a();');
  it('finds a cycle of imports', () => expect(cycle()).toContain('noImportCycles'));

  const cycleOfTypes = putting('lib/ui/types.ts', "import type { B } from './more-types';");
  putting('lib/ui/types.ts', 'export type A = B | 1;');
  putting('lib/ui/more-types.ts', "import type { A } from './types';");
  putting('lib/ui/more-types.ts', 'export type B = A[] | 2;');
  it('finds a cycle that is of types only', () =>
    expect(cycleOfTypes()).toContain('noImportCycles'));

  const calling = (path: string, call: string) =>
    [path, call, putting(path, `export const t = ${call};`)] as const;
  const kept = ['Date.now()', 'new Date()', 'Math.random()'].map((call, index) =>
    calling(`lib/exam/calls-${index}.ts`, call),
  );
  it.each(kept)('keeps out of %s what says %s', (_path, _call, said) => {
    expect(said()).toContain('clock.ts');
  });

  const said = [
    calling('lib/server/clock.ts', 'new Date()'),
    calling('lib/exam/at.ts', 'new Date(0)'),
  ];
  it.each(said)('%s may say %s', (_path, _call, said) => {
    expect(said()).not.toContain('clock.ts');
  });
});
