import { describe, expect, it } from 'vitest';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import type { ProofPart } from './golden/case';
import { checksOf } from './testing';

/** Two small steps to the goal, for four points. */
const part: ProofPart = {
  symbols: {
    x: { latex: 'x', domain: 'real' },
    y: { latex: 'y', domain: 'real' },
  },
  hypotheses: { a: 'x \\ge 2', b: 'y \\ge 3' },
  goal: 'x^2 + y^2 \\ge 13',
  goal_points: 1,
  milestones: [
    { points: 1, claims: ['x^2 \\ge 4'] },
    { points: 2, claims: ['y^2 \\ge 9'] },
  ],
};
const [first, second, goal] = ['x^2 \\ge 4', 'y^2 \\ge 9', 'x^2 + y^2 \\ge 13'];

async function checks(...lines: string[]) {
  const graded = await checksOf({ part, points: 4 }, lines);
  return Object.fromEntries(graded.map((check) => [check.name, check]));
}

describe('a proof that holds', () => {
  it('has the points of its way and its conclusion, and a check without points beside each line', async () => {
    const graded = await checks(first, second, goal);
    expect(
      Object.entries(graded).map(([name, { score, points, verdict }]) => [
        name,
        score,
        points,
        verdict,
      ]),
    ).toEqual([
      ['way', 3, 3, 'right'],
      ['conclusion', 1, 1, 'right'],
      ['line 1', 0, 0, 'right'],
      ['line 2', 0, 0, 'right'],
      ['line 3', 0, 0, 'right'],
    ]);
    expect(graded.way?.message).toMatch(/^The steps hold; line \d leads to the conclusion/);
    expect(graded.way?.evidence).toBe(
      '2 of 2 milestones are met; 0 lines do not follow, 0 are undecided.',
    );
    expect(graded.conclusion?.message).toContain('reached in line 3');
    for (const check of Object.values(graded)) expect(check).not.toHaveProperty('witness');
  });

  it('has no check beside words and suppositions', async () => {
    const supposed = '\\text{Suppose } x^2 + y^2 < 13';
    const graded = await checks('\\text{We show it directly.}', supposed, first);
    expect(graded).not.toHaveProperty('line 1');
    expect(graded).not.toHaveProperty('line 2');
    expect(graded['line 3']).toMatchObject({ beside: true, points: 0, verdict: 'right' });
  });

  it('counts milestones as met that were skipped on the way to the goal', async () => {
    expect((await checks(first, goal)).way).toMatchObject({ verdict: 'right', score: 3 });
  });
});

describe('the way', () => {
  it('earns what was reached where it is not finished', async () => {
    const { way, conclusion } = await checks(first);
    expect(way).toMatchObject({ verdict: 'wrong', score: 1, points: 3 });
    expect(way?.message).toMatch(/^Line 1 holds and leads on/);
    expect(way?.witness?.summary).toBe(way?.message);
    expect(conclusion).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(conclusion?.message).toContain('No line says what was to be shown');
  });

  it('pays a quarter of the part for a line that does not follow, which it shows', async () => {
    const { way } = await checks(first, 'x \\ge 5', second, goal);
    expect(way).toMatchObject({ verdict: 'wrong', score: 2 });
    expect(way?.message).toMatch(/^Line 1 leads on\. Line 2: .*does not follow/);
    expect(way?.message).not.toContain('Nor');
    expect(way?.witness?.summary).toMatch(/\$x = /);
    expect(way?.evidence).toContain('1 lines do not follow');
  });

  it('names the other lines that do not follow, and costs no more than was earned', async () => {
    const two = (await checks(first, 'x \\ge 5', 'y \\ge 7')).way;
    expect(two).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(two?.message).toMatch(/Nor is line 3 right\.$/);
    const three = (await checks('x \\ge 5', 'y \\ge 7', 'x \\ge 9')).way;
    expect(three?.message).toMatch(/^Line 1: .*Nor are lines 2, 3 right\.$/);
  });

  it('says whether what is written holds, where nothing leads on', async () => {
    expect((await checks('x + 1 \\ge 3')).way?.message).toMatch(
      /^What is written holds\. A line is missing/,
    );
    expect((await checks('x')).way?.message).toMatch(/^Line 1 was not judged\. .* A person looks/);
  });
});

describe('the conclusion', () => {
  it('alone earns nothing', async () => {
    const { way, conclusion } = await checks(goal);
    expect(way?.score).toBe(0);
    expect(conclusion).toMatchObject({ verdict: 'wrong', score: 0, points: 1 });
    expect(conclusion?.message).toMatch(
      /^Line 1 is what was to be shown, and nothing stands in front/,
    );
  });

  it('in front of what it could follow from was assumed', async () => {
    const { conclusion } = await checks(goal, first);
    expect(conclusion).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(conclusion?.message).toMatch(/stands in line 1, before anything .* so it was assumed/);
  });

  it('on another way than the author’s is left to a person, with that way', async () => {
    const { way, conclusion } = await checks('x + y \\ge 5', goal);
    expect(way).toMatchObject({ verdict: 'review', score: 0, points: 3 });
    expect(conclusion).toMatchObject({ verdict: 'review', score: 0, points: 1 });
    expect(conclusion?.message).toMatch(/^Line 2 is the conclusion; .* for a person to say/);
  });
});

it('refuses a key whose points are not what the part is worth', async () => {
  await expect(checksOf({ part, points: 5 }, [goal])).rejects.toThrow(BrokenKeyError);
});
