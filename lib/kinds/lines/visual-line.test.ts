import { expect, it } from 'vitest';
import { symbolTable } from '@/lib/math/notation/symbol-table';
import { visualLine } from './visual-line';

const table = symbolTable([
  { id: 'mu', latex: '\\mu', type: { kind: 'scalar', domain: 'real' } },
  { id: 'x', latex: 'x', type: { kind: 'scalar', domain: 'real' } },
]);
if (!table.ok) throw new Error('the table is broken');
const conventions = [{ name: 'as declared' as const, table: table.value }];

it('shows plain text as it is read, every side of a chain', () => {
  expect(visualLine('mu*x = x/mu', conventions)).toBe('\\mu\\cdot x=\\frac{x}{\\mu}');
});

it('drops nothing that cannot be read, and leaves LaTeX as it is', () => {
  expect(visualLine('what is this = mu*x', conventions)).toBe('what is this =\\mu\\cdot x');
  expect(visualLine('\\mu x = x', conventions)).toBe('\\mu x = x');
  expect(visualLine('x <= mu', conventions)).toBe('x <= mu');
});
