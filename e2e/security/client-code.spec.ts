import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reachableFrom, sentencesIn } from '../support/module-graph';
import { expect, test } from '../support/test';

const site = process.env.NABLA_E2E_SITE ?? '.';

/** Every script that a browser may be sent. */
function clientCode(): string {
  const folder = join(site, '.next', 'static');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

test('nothing of a grader, an optimiser or an author’s format is in any browser’s code', () => {
  const code = clientCode();
  const screens = reachableFrom([
    'lib/kinds/registry/screens.tsx',
    'lib/kinds/registry/answers.ts',
    'lib/ui/math-field.tsx',
  ]);
  const judging = reachableFrom([
    'lib/kinds/registry/graders.ts',
    'lib/kinds/registry/authoring.ts',
  ]);
  // What decides comes along with no screen, whatever the compiler makes of it.
  const deciding =
    /^lib\/math\/(?:compare|programs)\/|^lib\/kinds\/proof\/(?:reasoning|judging)\/|\/(?:grade|optimum)\.ts$/;
  expect([...screens].filter((file) => deciding.test(file))).toEqual([]);
  // Nor does mathjs, which runs authors' programs; names that it keeps in its bundle.
  expect(['isDenseMatrix', 'typed-function'].filter((name) => code.includes(name))).toEqual([]);
  const own = (files: ReadonlySet<string>, others: ReadonlySet<string>) => {
    const shared = new Set([...others].flatMap(sentencesIn));
    return [...files]
      .filter((file) => !others.has(file))
      .flatMap((file) => sentencesIn(file).map((text) => ({ file, text })))
      .filter(({ text }) => !shared.has(text));
  };
  // What the screens say is found, so that what is not found is not there.
  const said = own(screens, judging);
  expect(said.filter(({ text }) => !code.includes(text)).length).toBeLessThan(said.length / 10);

  const secret = own(judging, screens);
  const folders = new Set(secret.map(({ file }) => file.split('/').slice(0, 3).join('/')));
  expect(folders).toContain('lib/kinds/plan');
  expect(folders).toContain('lib/kinds/proof');
  expect(folders).toContain('lib/math/compare');
  expect(secret.length).toBeGreaterThan(80);
  expect(secret.filter(({ text }) => code.includes(text))).toEqual([]);
});
