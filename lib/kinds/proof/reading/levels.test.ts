import { describe, expect, it } from 'vitest';
import type { ProofStep } from '@/lib/kinds/proof/answer';
import { authoredProof, authoring } from '@/lib/kinds/proof/authoring';
import { triplet } from '@/lib/kinds/proof/golden/triplet';
import { withLines } from './citations';
import { levelsOf, opens, withLevel, withRole } from './levels';
import { readSteps } from './read-steps';

const { spec } = authoring.split(authoredProof.parse(triplet.part));
const read = (steps: readonly ProofStep[]) => readSteps(steps, spec).read;
const said = (...claims: string[]) => levelsOf(read(claims.map((claim) => ({ claim }))));

describe('how deep lines stand', () => {
  it('is said by their words: below a supposition, up to the contradiction', () => {
    expect(said('suppose \\alpha > 2', 'l > 1', 'a contradiction', 'l = 0')).toEqual([0, 1, 1, 0]);
    expect(said('case 1: \\alpha > 2', 'l > 1', 'case 2: \\alpha < 3', 'l > 0')).toEqual([
      0, 1, 0, 1,
    ]);
    expect(said('suppose \\alpha > 2, so l > 1, a contradiction', 'l = 0')).toEqual([0, 0]);
  });

  it('is what any of them says, once one does', () => {
    const steps = [{ claim: 'suppose \\alpha > 2' }, { claim: 'l > 1' }, { claim: 'l = 0' }];
    const out = withLevel(steps, levelsOf(read(steps)), 2, -1);
    expect(out.map(({ level }) => level)).toEqual([0, 1, 0]);
    expect(levelsOf(read(out))).toEqual([0, 1, 0]);
    const back = withLevel(out, [0, 1, 0], 1, -1);
    expect(levelsOf(read(back))).toEqual([0, 0, 0]);
    expect(withLevel(back, [0, 0, 0], 1, -1)[1]).toMatchObject({ level: 0 });
  });

  it('goes on in a new line, and stays with a line that moves', () => {
    const steps: ProofStep[] = [
      { claim: 'suppose \\alpha > 2', level: 0 },
      { claim: 'l > 1', level: 1, role: 'claim' },
    ];
    const below = (index: number) =>
      read(steps)
        .slice(index, index + 1)
        .some(opens)
        ? 1
        : 0;
    expect(withLines(steps, ['suppose \\alpha > 2', '', 'l > 1'], [0, null, 1], below)).toEqual([
      steps[0],
      { claim: '', level: 1 },
      steps[1],
    ]);
  });
});

describe('a chosen role', () => {
  it('is kept with the line, and given back to its words', () => {
    const chosen = withRole([{ claim: 'l > 1', from: [1] }], 0, 'suppose');
    expect(chosen).toEqual([{ claim: 'l > 1', from: [1], role: 'suppose' }]);
    expect(read(chosen)[0]).toMatchObject({ kind: 'claim', role: 'suppose', chains: [] });
    expect(withRole(chosen, 0, null)).toEqual([{ claim: 'l > 1', from: [1] }]);
  });
});
