import { describe, expect, it, vi } from 'vitest';
import { runExamTests } from '@/lib/kinds/exams/exam-tests';
import type { PartGradeInput } from '@/lib/kinds/exams/grade-part';
import { parseExam } from '@/lib/kinds/exams/parse-exam';
import { ok } from '@/lib/result';
import { grade } from './grade';
import { readSeeds } from './read-seeds';

/** A grader that is faulty: what it gives depends on the seed. */
vi.mock(import('@/lib/kinds/exams/grade-part'), async (original) => ({
  ...(await original()),
  gradePart: async ({ seed }: PartGradeInput) => {
    const right = !seed.endsWith('/3');
    const [verdict, score] = right ? (['right', 1] as const) : (['wrong', 0.5] as const);
    const check = { name: 'y', verdict, score, points: 1, message: 'said', evidence: 'seen' };
    return ok({ verdict, score, open: 0, checks: [check] });
  },
}));

const part = {
  id: 'p',
  label: 'p',
  points: 1,
  kind: 'formula',
  prompt: 'Say x.',
  symbols: { x: { latex: 'x' } },
  fields: { y: { label: 'y', reference: 'x' } },
};

async function graded(args: readonly string[], line: object) {
  const written: unknown[] = [];
  async function* lines() {
    yield JSON.stringify(line);
  }
  const status = await grade(args, lines(), (text) => written.push(JSON.parse(text)));
  return { status, line: written[0] };
}

describe('the number of seeds', () => {
  it.each(['0', '1.5', '-1', 'x', '', '100000'])('is not "%s"', (text) => {
    expect(readSeeds(text).ok).toBe(false);
  });

  it('is one where none is asked for', () => {
    expect(readSeeds(undefined)).toEqual(ok(1));
    expect(readSeeds('20')).toEqual(ok(20));
  });
});

describe('a grade that depends on the seed', () => {
  const line = { id: 1, spec: part, seed: 'own', answer: { fields: { y: 'x' } } };

  it('fails the run, and the line says which seeds gave what', async () => {
    const { status, line: written } = await graded(['--seeds', '4'], line);
    expect(status).toBe(1);
    expect(written).toMatchObject({
      id: 1,
      verdict: 'right',
      score: 1,
      differs: [
        { verdict: 'right', score: 1, seeds: ['own', 'own/2', 'own/4'] },
        { verdict: 'wrong', score: 0.5, seeds: ['own/3'] },
      ],
    });
  });

  it('is not seen where one seed is asked for', async () => {
    const { status, line: written } = await graded([], line);
    expect(status).toBe(0);
    expect(written).not.toHaveProperty('differs');
  });

  it('is a problem of the exam file where it is checked under seeds', async () => {
    const parsed = parseExam(
      JSON.stringify({
        slug: 'e',
        title: 'E',
        minutes: 5,
        assignments: [{ title: 'A', parts: [part] }],
      }),
      'exam.yaml',
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect((await runExamTests(parsed.value, 'exam.yaml')).problems).toEqual([]);
    const { problems } = await runExamTests(parsed.value, 'exam.yaml', 3);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /depends on the seed: right, 1 points .* under the seeds p, p\/2; wrong/,
      ),
    ]);
  });
});
