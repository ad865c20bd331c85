import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runExamTests } from './exam-tests';
import { parseExam } from './parse-exam';

/** The examples under *Reference programs* in the documents, each a part with its tests. */
function documented(): string[] {
  const text = readFileSync('docs/exam-format.md', 'utf8');
  const [, section = ''] = text.split('\n## Reference programs\n');
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => yaml);
}

function examOf(part: string): string {
  const lines = part.trimEnd().split('\n');
  const indented = lines.map((line, at) => `${at === 0 ? '      - ' : '        '}${line}`);
  const head = ['slug: documented', 'title: Documented', 'minutes: 10', 'assignments:'];
  return [...head, '  - title: One', '    prompt: One.', '    parts:', ...indented, ''].join('\n');
}

describe('the documented programs', () => {
  const examples = documented();

  it('are three', () => {
    expect(examples).toHaveLength(3);
  });

  it.each(examples.map((part) => [part.slice(0, part.indexOf('\n')), part] as const))(
    '%s passes its tests under several seeds',
    async (_, part) => {
      const parsed = parseExam(examOf(part), 'exam.yaml');
      if (!parsed.ok) throw new Error(parsed.error.map(({ message }) => message).join('\n'));
      const { ran, problems } = await runExamTests(parsed.value, 'exam.yaml', 5);
      expect(problems.map(({ message }) => message)).toEqual([]);
      expect(ran).toBeGreaterThan(1);
    },
  );
});
