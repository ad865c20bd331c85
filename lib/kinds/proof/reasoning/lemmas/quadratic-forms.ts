import type { Atoms } from '@/lib/kinds/proof/reasoning/algebra/atoms';
import { operator, type Spectrum } from '@/lib/kinds/proof/reasoning/algebra/operators';
import {
  negated,
  type Polynomial,
  product,
  sum,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import {
  opposite,
  scaled,
  sumOfVectors,
  type VectorForm,
  vector,
} from '@/lib/kinds/proof/reasoning/algebra/vector-form';
import type { Fact } from '@/lib/kinds/proof/reasoning/fact';

/** Vectors of which every two are looked at; beyond them each is looked at by itself. */
const MOST_VECTORS = 4;

/** A bilinear form that is positive semidefinite. */
interface Form {
  of: (u: VectorForm, v: VectorForm) => Polynomial;
  /** It is zero of the zero vector only. */
  isDefinite: boolean;
  /** What is zero of a vector of which the form is. */
  kernel: ((v: VectorForm) => VectorForm) | null;
}

/**
 * What the solver is told of a symmetric matrix A with eigenvalues from m to M, each an alternative of
 * facts: A − mI, M I − A and (A − mI)(M I − A) are positive semidefinite, so that their forms of any two
 * vectors have principal minors that are not negative, and so have those of sums and differences (Horn and
 * Johnson, Matrix Analysis, 2nd ed., Theorems 4.2.2 and 7.2.5; that these three say all there is to say of
 * Ax at finitely many x: Bousselmi, Hendrickx and Glineur, Interpolation conditions for linear operators
 * and applications to performance estimation problems, 2024). Where an end is no eigenvalue, the form of a
 * vector is positive unless the vector is zero; ⟨v, Bv⟩ = 0 gives Bv = 0 for any such B (Observation 7.1.6).
 *
 * @param isNamed whether an atom occurs in the problem
 */
export function factsOfMatrices(atoms: Atoms, isNamed: (id: string) => boolean): Fact[][] {
  return [...atoms.matrices.spectra].flatMap(([matrix, spectrum]) => {
    const single = vectorsBeside(matrix, atoms, isNamed).map((id) => vector(id));
    if (single.length === 0) return [];
    const pairs = single.length > MOST_VECTORS ? [] : pairsOf(single);
    const combined = pairs.flatMap(([u, v]) => [sumOfVectors(u, v), sumOfVectors(u, opposite(v))]);
    return [
      ...order(spectrum),
      ...formsOf(matrix, spectrum, atoms).flatMap((form) => [
        ...[...single, ...combined].map((v) => [notNegative(form.of(v, v))]),
        ...[...single, ...combined].flatMap((v) => definite(v, form, atoms)),
        ...pairs.map(([u, v]) => [minor(u, v, form)]),
      ]),
    ];
  });
}

function definite(v: VectorForm, { of, isDefinite, kernel }: Form, atoms: Atoms): Fact[][] {
  const zero = isDefinite ? v : kernel?.(v);
  if (!zero) return [];
  const isZero: Fact = { operator: '=', polynomial: atoms.inner(zero, zero) };
  return [[isZero, { operator: '<', polynomial: negated(of(v, v)) }]];
}

/** There is an eigenvalue between both ends. */
function order({ least, most, isOpen }: Spectrum): Fact[][] {
  if (!least || !most) return [];
  const isStrict = isOpen.least || isOpen.most;
  return [[{ operator: isStrict ? '<' : '<=', polynomial: sum(least, negated(most)) }]];
}

function formsOf(matrix: string, { least, most, isOpen }: Spectrum, atoms: Atoms): Form[] {
  const times = (v: VectorForm) => atoms.matrices.apply(operator([matrix]), v);
  const above = (v: VectorForm, end: Polynomial) => sumOfVectors(times(v), scaled(v, negated(end)));
  const below = (v: VectorForm, end: Polynomial) => opposite(above(v, end));
  const forms: Form[] = [];
  if (least)
    forms.push({
      of: (u, v) => atoms.inner(u, above(v, least)),
      isDefinite: isOpen.least,
      // With both ends the third form says it.
      kernel: most ? null : (v) => above(v, least),
    });
  if (most)
    forms.push({
      of: (u, v) => atoms.inner(u, below(v, most)),
      isDefinite: isOpen.most,
      kernel: least ? null : (v) => below(v, most),
    });
  if (least && most)
    forms.push({
      of: (u, v) => atoms.inner(above(u, least), below(v, most)),
      isDefinite: isOpen.least && isOpen.most,
      kernel: null,
    });
  if (least && least.size > 0 && atoms.isNeverNegative(least))
    forms.push({ of: (u, v) => atoms.inner(u, times(v)), isDefinite: false, kernel: null });
  return forms;
}

/** Vectors that stand beside the matrix in inner products. */
function vectorsBeside(matrix: string, atoms: Atoms, isNamed: (id: string) => boolean): string[] {
  const found = new Set<string>();
  for (const [id, meaning] of atoms.meanings) {
    if (meaning.kind !== 'inner' || !isNamed(id)) continue;
    const sides = [meaning.left, meaning.right];
    const bases = sides.map((side) => {
      const parts = atoms.matrices.partsOf(side);
      return parts?.matrix === matrix ? parts.of : null;
    });
    if (bases.every((base) => base === null)) continue;
    for (const [index, side] of sides.entries()) found.add(bases[index] ?? side);
  }
  return [...found];
}

function pairsOf(vectors: readonly VectorForm[]): (readonly [VectorForm, VectorForm])[] {
  return vectors.flatMap((u, index) => vectors.slice(index + 1).map((v) => [u, v] as const));
}

function minor(u: VectorForm, v: VectorForm, { of }: Form): Fact {
  const mixed = of(u, v);
  return notNegative(sum(product(of(u, u), of(v, v)), negated(product(mixed, mixed))));
}

function notNegative(polynomial: Polynomial): Fact {
  return { operator: '<=', polynomial: negated(polynomial) };
}
