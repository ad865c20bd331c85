import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The rules of the linter, each tried on a file that breaks it and on one that does not. */

const root = join(import.meta.dirname, '..', '..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nabla-lint-'));
  for (const name of ['biome.json', 'biome.imports.json'])
    cpSync(join(root, name), join(folder, name));
  cpSync(join(root, 'bin/lint/clock.grit'), join(folder, 'bin/lint/clock.grit'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the linter says of these files, in a project of their own. */
function lint(files: Record<string, string>): string {
  for (const name of ['app', 'bin/nabla.ts', 'bin/start', 'bin/test', 'e2e', 'lib']) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--vcs-enabled=false', '--max-diagnostics=50', '.'];
  try {
    return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  }
}

const importing = (specifier: string) => `import { x } from '${specifier}';\nexport const y = x;\n`;

describe('imports against the table of rooms', () => {
  it.each([
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
  ])('%s may not import %s', (path, specifier) => {
    expect(lint({ [path]: importing(specifier) })).toContain('noRestrictedImports');
  });

  it.each([
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
    ['lib/features/attempt/components/a.tsx', '@/lib/features/attempt/answer-sync'],
    ['app/page.tsx', '@/lib/features/attempt/data'],
    ['app/api/a/route.ts', '@/lib/server/http'],
  ])('%s may import %s', (path, specifier) => {
    expect(lint({ [path]: importing(specifier) })).not.toContain('noRestrictedImports');
  });
});

describe('development dependencies', () => {
  const dependencies = { zod: '*' };
  const devDependencies = { vitest: '*', 'fast-check': '*' };
  const manifest = JSON.stringify({ name: 'a', dependencies, devDependencies });
  const lintImport = (path: string, specifier: string) =>
    lint({ [path]: importing(specifier), 'package.json': manifest });

  it.each([
    ['lib/kinds/proof/a.ts', 'fast-check'],
    ['lib/ui/a.tsx', 'vitest'],
    ['app/page.tsx', 'vitest'],
    ['bin/start/a.ts', 'vitest'],
    ['bin/nabla.ts', 'vitest'],
    ['lib/kinds/proof/a.ts', 'not-installed'],
  ])('%s may not import %s', (path, specifier) => {
    expect(lintImport(path, specifier)).toContain('noUndeclaredDependencies');
  });

  it.each([
    ['lib/kinds/proof/a.ts', 'zod'],
    ['lib/kinds/proof/a.test.ts', 'fast-check'],
    ['lib/testing/a.ts', 'fast-check'],
    ['e2e/support/a.ts', 'vitest'],
    ['bin/test/a.ts', 'vitest'],
    ['vitest.config.ts', 'vitest'],
  ])('%s may import %s', (path, specifier) => {
    expect(lintImport(path, specifier)).not.toContain('noUndeclaredDependencies');
  });
});

describe('other rules', () => {
  it('finds a cycle of imports', () => {
    const files = {
      'lib/ui/a.ts': "import { b } from './b';\nexport const a = (): number => b();\n",
      'lib/ui/b.ts': "import { a } from './a';\nexport const b = (): number => a();\n",
    };
    expect(lint(files)).toContain('noImportCycles');
  });

  it('finds a cycle that is of types only', () => {
    const files = {
      'lib/ui/a.ts': "import type { B } from './b';\nexport type A = B | 1;\n",
      'lib/ui/b.ts': "import type { A } from './a';\nexport type B = A[] | 2;\n",
    };
    expect(lint(files)).toContain('noImportCycles');
  });

  it.each(['Date.now()', 'new Date()', 'Math.random()'])('keeps %s out of the sources', (call) => {
    expect(lint({ 'lib/exam/a.ts': `export const t = ${call};\n` })).toContain('clock.ts');
  });

  it.each([
    ['lib/server/clock.ts', 'new Date()'],
    ['lib/exam/a.ts', 'new Date(0)'],
  ])('%s may say %s', (path, call) => {
    expect(lint({ [path]: `export const t = ${call};\n` })).not.toContain('clock.ts');
  });
});
