import { describe, expect, it } from 'vitest';
import type { JsonValue } from '@/lib/exam/check';
import { gradePart } from '@/lib/kinds/exams/grade-part';
import { parsePart } from '@/lib/kinds/exams/parse-part';
import { referenceOf } from '@/lib/kinds/exams/reference';
import type { ModelInput } from './answer';
import { drawInputs } from './draw-inputs';

/** Sums of lists: T is the sum up to a step, B the one before, x what is added. */
const sums = {
  id: '1',
  label: 'a',
  points: 1,
  kind: 'recurrence',
  prompt: 'Give T.',
  solution: 'B + x',
  symbols: { B: { latex: 'B' }, x: { latex: 'x' }, T: { latex: 'T' } },
  model: 'program',
  inputs: { n: '1..6', list: { range: '-3..5', count: 'n' } },
  program: 'total = cumsum(list)\nbefore = total - list',
  roles: { B: 'before', x: 'list', T: 'total' },
  fields: { T: { label: 'T', quantity: 'total', reference: 'B + x', points: 1 } },
};

function partWith(changes: Record<string, unknown>) {
  const parsed = parsePart({ ...sums, ...changes });
  if (!parsed.ok) throw new Error(parsed.error.map(({ message }) => message).join());
  return parsed.value.part;
}

function graded(answer: string, changes: Record<string, unknown> = {}) {
  return gradePart({
    ...partWith(changes),
    answer: { fields: { T: answer } },
    ...{ note: null, roundTo: 0.25, unread: 'review', seed: 'seed', earlier: {} },
  });
}

async function checkOf(answer: string, changes: Record<string, unknown> = {}) {
  const outcome = await graded(answer, changes);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.checks[0];
}

describe('a recursion beside a program', () => {
  it('that is wrong shows the run, the step and both values', async () => {
    const check = await checkOf('B + |x|');
    expect(check).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(check?.witness?.summary).toMatch(
      /^For n = 1, list = \[-3\], your formula gives \$T\$ \$= 3\$; the true value is \$-3\$\.$/,
    );
    expect(check?.evidence).toContain('Given there: $B = 0$, $x = -3$');
    expect(check?.witness?.data).toEqual({
      inputs: { n: 1, list: [-3] },
      step: 1,
      expected: -3,
      got: '3',
    });
  });

  it('may have steps that do not count', async () => {
    const program = 'total = cumsum(list)\nbefore = total - list\ntotal[1] = NaN';
    expect(await checkOf('B + x + [B = 0]', { program })).not.toMatchObject({ verdict: 'right' });
    expect(await checkOf('B + x', { program })).toMatchObject({ verdict: 'right' });
  });

  it('is left to a person where the program fails in some runs', async () => {
    const program = 'total = cumsum(list)\nbefore = n > 3 ? [1][2] : total - list';
    const check = await checkOf('B + x', { program });
    expect(check).toMatchObject({ verdict: 'review' });
    expect(check?.message).not.toContain('line');
    expect(check?.evidence).toContain('program of the model, line 2: there is no entry 2');
  });

  it('is left to a person where there are hardly any steps', async () => {
    const program = 'total = cumsum(list) * NaN\nbefore = total';
    expect(await checkOf('B + x', { program })).toMatchObject({ verdict: 'review' });
  });
});

describe('a model that cannot be used', () => {
  it.each([
    [{ program: 'total = cumsum(list)\nbefore = (total' }, 'program of the model, line 2'],
    [{ program: 'total = cumsum(list)\nbefore = totl' }, 'line 2: "totl" is neither given'],
    [{ program: 'total = [1][2]\nbefore = total' }, 'line 1: there is no entry 2'],
    [{ program: 'total = cumsum(list)' }, 'it gives "before" no value'],
    [{ program: 'total = cumsum(list)\nbefore = [1, 2, 3, 4, 5, 6, 7]' }, 'entries and "'],
    [{ program: 'total = cumsum(list)\nbefore = total * i' }, 'neither a number nor a list'],
    [{ program: 'total = cumsum(list)\nbefore = random()' }, 'draws by chance'],
    [{ inputs: { n: '1..6', list: { range: '1..5', count: 'm' } } }, 'input list'],
  ])('%j is an error of the key', async (changes, says) => {
    const outcome = await graded('B + x', changes);
    if (outcome.ok) throw new Error('it was graded');
    expect(outcome.error.message).toContain(says);
  });

  it.each(['5..1', '1..', 'x', '1..10000000'])('%s is no range', (n) => {
    expect(parsePart({ ...sums, inputs: { n, list: { range: '1..2', count: 'n' } } }).ok).toBe(
      false,
    );
  });
});

describe('drawInputs', () => {
  const inputs: Record<string, ModelInput> = {
    n: { from: 1, to: 5, count: null },
    list: { from: 2, to: 9, count: 'n' },
  };

  it('begins with the smallest, stays within the ranges and follows the seed', () => {
    const drawn = drawInputs(inputs, 'a');
    expect(drawn[0]).toEqual(
      new Map<string, unknown>([
        ['n', 1],
        ['list', [2]],
      ]),
    );
    for (const each of drawn) {
      const list = each.get('list');
      if (!Array.isArray(list)) throw new Error('it is a list');
      expect(list).toHaveLength(Number(each.get('n')));
      for (const entry of list) expect(entry >= 2 && entry <= 9).toBe(true);
    }
    const sizes = new Set(drawn.map((each) => each.get('n')));
    expect(sizes).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(drawInputs(inputs, 'a')).toEqual(drawn);
    expect(drawInputs(inputs, 'b')).not.toEqual(drawn);
  });

  it('does not hang on the order of names, which a database may change', () => {
    const turned = Object.fromEntries(Object.entries(inputs).toReversed());
    for (const [at, each] of drawInputs(turned, 'a').entries())
      expect(each).toEqual(drawInputs(inputs, 'a')[at]);
  });
});

it('the program of a model is not shown to students, even when the key is', () => {
  const { spec, key } = partWith({ program: 'total = cumsum(list)\nbefore = total - list' });
  const shown: JsonValue = JSON.parse(JSON.stringify([spec, referenceOf('recurrence', spec, key)]));
  expect(JSON.stringify(key)).toContain('cumsum');
  expect(JSON.stringify(shown)).not.toContain('cumsum');
});
