import type { PointWitness } from '@/lib/math/compare/witness/witness';
import { parseDomain } from '@/lib/math/core/domain';
import { freeIds } from '@/lib/math/core/free-symbols';
import { ZERO } from '@/lib/math/numbers/ball';
import type { Setting } from './balls-at';
import { compareSystems, linearEquations } from './linear-systems';
import { pointLatex } from './number-between';
import type { Atom, Formula } from './truth';

export type RelationOutcome =
  | { verdict: 'right' }
  /** At the point exactly one of the two holds. */
  | { verdict: 'wrong'; witness: { at: PointWitness['at']; holdsInReference: boolean } }
  | { verdict: 'review'; reason: string };

/** Two systems of linear equations; null where they are no such, or not told apart. */
export function compareLinear(
  atoms: readonly Atom[],
  [left, right]: readonly [Formula, Formula],
  setting: Setting,
): RelationOutcome | null {
  const [reference, answer] = [left, right].map((formula) => togetherIn(formula));
  const isOfEquations = atoms.every(({ operator }) => operator === '=');
  if (!reference || !answer || !isOfEquations || atoms.length < 3) return null;
  const ids = freeIds(
    atoms.map(({ difference }) => difference),
    new Map(),
  );
  const differences = (places: readonly number[]) =>
    places.flatMap((place) => atoms[place]?.difference ?? []);
  const systems = [reference, answer].map((places) =>
    linearEquations(differences(places), ids, setting),
  );
  const [first, second] = systems;
  if (!first || !second) return null;
  const outcome = compareSystems(first, second);
  if (outcome === 'same') return { verdict: 'right' };
  // A point out of a domain is no witness.
  if (!outcome || !ids.every((id) => isReal(id, setting))) return null;
  const { point, solvesReference: holdsInReference } = outcome;
  const at = ids.map((id, place) => ({
    latex: setting.table.latexOf(id),
    value: pointLatex(point[place] ?? ZERO),
  }));
  return { verdict: 'wrong', witness: { at, holdsInReference } };
}

/** The places of atoms that hold together; null where there are alternatives. */
function togetherIn(formula: Formula): readonly number[] | null {
  if (formula.kind === 'atom') return [formula.place];
  if (formula.kind === 'any' || formula.kind === 'not') return null;
  const parts = formula.parts.map(togetherIn);
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

function isReal(id: string, { table }: Setting): boolean {
  const type = table.typeOf(id);
  return type?.kind === 'scalar' && parseDomain(type.domain)?.kind === 'real';
}
