import { describe, expect, it } from 'vitest';
import { symbolTable } from '@/lib/math/notation/symbol-table';
import { readStepName, readStepSides } from './read-step';

const table = symbolTable([
  { id: 'A', latex: 'A', type: { kind: 'matrix', shape: ['n', 'n'] } },
  { id: 'b', latex: 'b', type: { kind: 'matrix', shape: ['n', 1] } },
]);
if (!table.ok) throw new Error('the table is broken');
const { value: symbols } = table;

const nameOf = (source: string, known: readonly string[] = []) => {
  const name = readStepName(source, symbols, (form) => known.includes(form));
  return name.ok ? name.value : null;
};

describe('readStepName', () => {
  it.each([
    ['a = A b', 'a'],
    ['h_1 = A b', 'h_{1}'],
    ["s' = A b", "s'"],
    ['δ = A b', '\\delta'],
    ['delta = A b', '\\delta'],
    ['\\hat{a}_1 = A b', '\\hat{a}_{1}'],
    ['\\mathbf{a} := A b', 'a'],
    ['tmp = A b', '\\mathrm{tmp}'],
    ['\\mathrm{tmp}_1 = A b', '\\mathrm{tmp}_{1}'],
    ['\\nabla_v\\mathcal{L} = A b', '\\nabla_{v} \\mathcal{L}'],
    ['∂L/∂f = A b', '\\frac{\\partial L}{\\partial f}'],
    ['$a = A b$', 'a'],
  ])('%s is named %s', (source, latex) => {
    expect(nameOf(source)?.latex).toBe(latex);
  });

  it('gives every way to write a name one form', () => {
    const forms = ['tmp_1 = b', 'tmp_{1}=b', '\\mathrm{tmp}_1 = b'].map(
      (source) => nameOf(source)?.form,
    );
    expect(new Set(forms).size).toBe(1);
  });

  it.each(['A b', '2 = b', 'a + c = b', '= b', 'f(x) = b', '\\ln = b'])(
    '%s has no name',
    (source) => {
      expect(nameOf(source)).toBeNull();
    },
  );

  it('takes a transposed left side for the thing itself', () => {
    expect(nameOf('a^\\top = b')).toMatchObject({ latex: 'a', transposed: true });
    expect(nameOf('a^T = b', ['a^{T}'])).toMatchObject({ transposed: false });
  });

  it('knows a line by its name where nothing else can be read', () => {
    expect(nameOf('a = @ {')?.latex).toBe('a');
  });
});

describe('readStepSides', () => {
  it('reads what is computed and what it is said to be equal to', () => {
    const sides = readStepSides('a = A b = A (A b) = q', symbols);
    expect(sides.ok && sides.value).toHaveLength(2);
    const [first] = sides.ok ? sides.value : [];
    expect(first).toMatchObject({ kind: 'multiply', span: { start: 4, end: 7 } });
  });

  it('says where the first expression cannot be read', () => {
    expect(readStepSides('a = A q', symbols)).toMatchObject({ ok: false, error: { start: 6 } });
    expect(readStepSides('a = ', symbols).ok).toBe(false);
  });
});
