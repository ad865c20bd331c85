import { describe, expect, it } from 'vitest';
import { authoring as bound } from '@/lib/kinds/registry/authoring';
import { authoring } from './authoring';
import { golden } from './cases';
import { grade } from './grade';
import { tryOut } from './try-out';

const [example] = golden;
const part = { ...example?.part };

/** What is wrong with a part, and where. */
function problems(changes: Record<string, unknown>): string[] {
  const split = bound.plan.author({ ...part, ...changes });
  return split.ok ? [] : split.error.map(({ message, path }) => `${path.join('.')}: ${message}`);
}

const output = (reference: string) => ({ outputs: { y: { label: 'y', reference } } });

describe('what authors write', () => {
  it('is accepted as it stands in the examples', () => {
    expect(problems({})).toEqual([]);
    expect(bound.plan.author(tryOut.part).ok).toBe(true);
  });

  it.each([
    [{ sizes: { n_g: 1, n_f: 1, n_v: 1, n_w: 1 } }, 'sizes: no size for n_x'],
    [{ outputs: {} }, 'outputs: no output'],
    [output('JgL Jvg + JgL Jvg'), 'outputs.y.reference: "JgL Jvg + JgL Jvg": a reference is'],
    [output('2 JgL Jvg'), 'a reference is a product of matrices and vectors'],
    [output('Jvg JgL'), 'inner dimensions'],
    [{ outputs: { JgL: { label: 'y', reference: 'JgL Jvg' } } }, '"JgL" is a symbol of the part'],
    [output('JgL q'), 'not a symbol'],
    [output(`${'JgL JgL^T '.repeat(5)}`), 'more than 8 factors'],
  ])('%j is refused: %s', (changes, message) => {
    expect(problems(changes).join('\n')).toContain(message);
  });

  it('must have shares that sum to its points', () => {
    const { spec, key } = authoring.split(authoring.authored.parse(part));
    const input = { spec, key, answer: { steps: ['d_v = JgL Jvg'] }, seed: 's', earlier: {} };
    expect(() => grade({ ...input, points: 2 })).toThrow('the shares sum to 3');
  });
});
