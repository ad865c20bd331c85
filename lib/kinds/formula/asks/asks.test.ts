import { describe, expect, it } from 'vitest';
import { authoring } from '@/lib/kinds/formula/authoring';
import { gradeWith } from '@/lib/kinds/formula/grade';
import { shownFields } from '@/lib/kinds/formula/shown-fields';

type Authored = Parameters<typeof authoring.split>[0];

function partOf(field: object): ReturnType<typeof authoring.split> {
  const authored: Authored = authoring.authored.parse({
    symbols: { x: { latex: 'x' }, n: { latex: 'n', domain: '1..inf' } },
    fields: { y: { label: 'y', ...field } },
  });
  return authoring.split(authored);
}

const FIELDS = {
  set: { asks: 'set', variable: 'x', reference: '[0, 1]' },
  relation: { asks: 'relation', reference: 'x < 1' },
  general_solution: { asks: 'general_solution', variable: 'x', reference: 'C e^x' },
  growth: { asks: 'growth', reference: 'O(n)' },
};

describe('what students see of a field that asks for no value', () => {
  it.each([
    [FIELDS.set, '{1} u (2, inf)', '\\left\\{1\\right\\} \\cup \\left(2, \\infty\\right)'],
    [FIELDS.relation, 'x <= 2 or x > 3', 'x\\le 2\\;\\vee\\;x> 3'],
    [FIELDS.general_solution, 'y = C1 e^x', 'C_1\\,e^{x}'],
    [FIELDS.growth, 'O(n log n)', '\\mathcal{O}\\left(n\\,\\ln\\left(n\\right)\\right)'],
  ])('its preview reads as its grader does: %j', (field, typed, latex) => {
    const [shown] = shownFields(partOf(field).spec);
    expect(shown?.read?.(typed)).toMatchObject({ ok: true, value: { latex } });
    expect(shown?.read?.('?')).toMatchObject({ ok: false });
  });

  it('names the constants that it takes', () => {
    const [shown] = shownFields(partOf(FIELDS.general_solution).spec);
    const hints = ['Read as free constants: $A$, $B$.'];
    expect(shown?.read?.('A e^x + B')).toMatchObject({ ok: true, value: { hints } });
  });

  it('has keys for its signs', () => {
    const keysFor = (field: object) => shownFields(partOf(field).spec)[0]?.more;
    expect(keysFor(FIELDS.set)).toBe('sets');
    expect(keysFor(FIELDS.relation)).toBe('comparisons');
    expect(keysFor(FIELDS.growth)).toBe('growth');
    expect(keysFor(FIELDS.general_solution)).toBeUndefined();
  });

  it('reads values as ever', () => {
    const [shown] = shownFields(partOf({ reference: 'x^2' }).spec);
    expect(shown?.read).toBeUndefined();
  });
});

const HOSTILE = [
  '(0,1) ∪ '.repeat(12_000),
  `${'(0,1) u '.repeat(240)}(0,1)`,
  `{${'±1,'.repeat(400)}2}`,
  'x>0, '.repeat(390),
  `${'x>0 and '.repeat(240)}x>0`,
  `${'x>0 or '.repeat(270)}x>0`,
  `${'('.repeat(900)}0,1${')'.repeat(900)}`,
  '\\{x: '.repeat(300),
  '±'.repeat(100_000),
  `x=${'±'.repeat(1900)}1`,
  '|x|<'.repeat(450),
  'x = 10^{10^{10^{10}}}',
  'C'.repeat(1990),
  'C2^'.repeat(600),
  'A \\sin(B x + C) + D \\cos(K x + M)',
  `O(${'n^'.repeat(900)}n)`,
  `O(${'(n+1)'.repeat(390)})`,
  `O(${'\\binom{n}{2}'.repeat(140)})`,
  'O(\\binom{n}{10^{300}})',
  '\\text{and}'.repeat(180),
  '\u0000\ud800',
];

describe.each(Object.entries(FIELDS))('hostile answers to a field that asks for %s', (_, field) => {
  const { spec, key } = partOf(field);
  const [shown] = shownFields(spec);

  it.each(HOSTILE)('end in time and without a throw: %#', { timeout: 15_000 }, (text) => {
    const rest = { answer: { fields: { y: text } }, points: 1, seed: 's', earlier: {} };
    const [check] = gradeWith(null, { spec, key, ...rest });
    expect(['wrong', 'review']).toContain(check?.verdict);
    expect(() => shown?.read?.(text)).not.toThrow();
  });
});

describe('what authors may not write', () => {
  it.each([
    { asks: 'set' },
    { asks: 'set', reference: '[0, 1]', tolerance: { absolute: 1 } },
    { asks: 'relation', reference: 'x = 1', up_to: 'sign' },
    { asks: 'relation', reference: 'x = 1', variable: 'x' },
    { asks: 'general_solution', reference: 'C e^x' },
    { asks: 'growth', reference: 'O(n)', constants: ['x'] },
  ])('%j', (field) => {
    expect(() => partOf(field)).toThrow();
  });

  it.each([
    { ...FIELDS.set, reference: '2' },
    { ...FIELDS.set, variable: 'z' },
    { ...FIELDS.set, variable: 'n' },
    { ...FIELDS.relation, reference: 'x' },
    { ...FIELDS.general_solution, constants: ['q'] },
    { ...FIELDS.general_solution, constants: ['x'] },
    { ...FIELDS.growth, reference: 'O(q)' },
  ])('%j is a broken key', (field) => {
    const { spec, key } = partOf(field);
    const rest = { answer: { fields: { y: '1' } }, points: 1, seed: 's', earlier: {} };
    expect(() => gradeWith(null, { spec, key, ...rest })).toThrow();
  });
});
