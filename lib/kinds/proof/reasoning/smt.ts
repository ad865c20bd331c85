import type { Atoms } from '@/lib/kinds/proof/reasoning/algebra/atoms';
import type { Meaning } from '@/lib/kinds/proof/reasoning/algebra/meaning';
import {
  negated,
  type Polynomial,
  product,
  sum,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import { type VectorForm, vector } from '@/lib/kinds/proof/reasoning/algebra/vector-form';
import type { Fact } from './fact';
import { factsOfFunctionals, factsOfIndicator, signOf } from './lemmas/functionals';
import { ownFacts, strictTangents, tangents } from './lemmas/graph-of-exp';
import { LEMMAS } from './lemmas/lemmas';
import { factsOfPowers } from './lemmas/powers';
import { factsOfMatrices } from './lemmas/quadratic-forms';

/** How a problem is put. */
export type Setting =
  /** Norms as quantities of which the lemmas are known: weak, and quick. */
  | { kind: 'lemmas' }
  /** Inner products, of which their matrix is positive semidefinite as well. */
  | { kind: 'gram' }
  /**
   * Vectors of a space, entry by entry, so that a model has values for them; `congruent` asks for
   * functions that have equal values at equal arguments.
   */
  | { kind: 'entries'; dimension: number; congruent: boolean };

/**
 * Facts in SMT-LIB 2 over the reals, with what the atoms in them mean: domains of scalars, squares
 * of norms and roots, the branches of max, min and abs, instances of the lemmas, and of inner
 * products that their matrix is positive semidefinite (all principal minors up to three vectors).
 * All of that is true of vectors of any dimension, so what cannot be satisfied here never can.
 */
export class SmtProblem {
  readonly #atoms: Atoms;
  readonly #domains: (scalar: string) => readonly Fact[];
  readonly #names = new Map<string, string>();
  readonly #lines: string[] = [];
  readonly #setting: Setting;
  readonly #norms: VectorForm[] = [];
  #isClosing = false;

  constructor(atoms: Atoms, domains: (scalar: string) => readonly Fact[], setting: Setting) {
    this.#atoms = atoms;
    this.#domains = domains;
    this.#setting = setting;
  }

  get kind(): Setting['kind'] {
    return this.#setting.kind;
  }

  /** What the variables of a model stand for: atoms, and entries of vectors as `id[1]`, `id[2]`. */
  get variables(): ReadonlyMap<string, string> {
    return this.#names;
  }

  assert(fact: Fact): void {
    if (!this.#isClosing) this.#atoms.exponentials.noteProducts(fact.polynomial);
    this.#lines.push(`(assert ${this.#fact(fact)})`);
  }

  assertOneOf(facts: readonly Fact[]): void {
    this.#lines.push(`(assert (or ${facts.map((fact) => this.#fact(fact)).join(' ')}))`);
  }

  /** The whole problem, up to the question whether it can be satisfied. */
  text(): string {
    this.#isClosing = true;
    // Minors may name inner products that nothing else did, so what is declared is known after them.
    if (this.#setting.kind !== 'entries')
      for (const { instances } of LEMMAS)
        for (const fact of instances(this.#norms, this.#atoms)) this.assert(fact);
    this.#sayOfFunctions();
    const minors = this.#setting.kind === 'gram' ? this.#minors() : [];
    const declared = [...this.#names.values()].map((name) => `(declare-const ${name} Real)`);
    return [...declared, ...this.#lines, ...minors].join('\n');
  }

  #sayOfFunctions(): void {
    const isNamed = (id: string) => this.#names.has(id);
    for (const fact of tangents(this.#atoms, isNamed)) this.assert(fact);
    for (const fact of factsOfFunctionals(this.#atoms, isNamed)) this.assert(fact);
    for (const facts of factsOfPowers(this.#atoms, isNamed)) this.assertOneOf(facts);
    for (const facts of factsOfMatrices(this.#atoms, isNamed)) this.assertOneOf(facts);
    if (this.#setting.kind === 'lemmas') return;
    for (const facts of strictTangents(this.#atoms, isNamed)) this.assertOneOf(facts);
  }

  #fact({ operator, polynomial }: Fact): string {
    const term = this.#polynomial(polynomial);
    if (operator === '!=') return `(not (= ${term} 0.0))`;
    return `(${operator} ${term} 0.0)`;
  }

  #polynomial(polynomial: Polynomial): string {
    const terms = [...polynomial.values()].map(({ coefficient: { top, bottom }, powers }) => {
      const size = `(/ ${top < 0n ? -top : top}.0 ${bottom}.0)`;
      const number = top < 0n ? `(- ${size})` : size;
      const over: string[] = [];
      const factors = [number];
      for (const [id, exponent] of powers) {
        const name = this.#name(id);
        const side = exponent > 0 ? factors : over;
        for (let count = Math.abs(exponent); count > 0; count--) side.push(name);
      }
      const whole = factors.length === 1 ? number : `(* ${factors.join(' ')})`;
      return over.length === 0
        ? whole
        : `(/ ${whole} ${over.length === 1 ? over[0] : `(* ${over.join(' ')})`})`;
    });
    if (terms.length === 0) return '0.0';
    return terms.length === 1 ? (terms[0] ?? '0.0') : `(+ ${terms.join(' ')})`;
  }

  /** The name of an atom; what it means is asserted where it is first named. */
  #name(id: string): string {
    const existing = this.#names.get(id);
    if (existing) return existing;
    const name = `a${this.#names.size}`;
    this.#names.set(id, name);
    const meaning = this.#atoms.meanings.get(id);
    if (meaning) this.#define(name, id, meaning);
    return name;
  }

  #define(name: string, id: string, meaning: Meaning): void {
    const say = (text: string) => this.#lines.push(`(assert ${text})`);
    switch (meaning.kind) {
      case 'scalar':
        for (const fact of this.#domains(meaning.id)) this.assert(fact);
        return;
      case 'inner':
        if (this.#setting.kind === 'entries') {
          const products = Array.from({ length: this.#setting.dimension }, (_, index) => {
            const [a, b] = [meaning.left, meaning.right].map((id) => this.#entry(id, index + 1));
            return `(* ${a} ${b})`;
          });
          say(`(= ${name} ${products.length === 1 ? products[0] : `(+ ${products.join(' ')})`})`);
          return;
        }
        if (meaning.left === meaning.right) say(`(>= ${name} 0.0)`);
        return;
      case 'norm': {
        this.#norms.push(meaning.of);
        say(`(>= ${name} 0.0)`);
        say(
          `(= (* ${name} ${name}) ${this.#polynomial(this.#atoms.inner(meaning.of, meaning.of))})`,
        );
        return;
      }
      case 'max':
      case 'min': {
        const parts = meaning.of.map((part) => this.#polynomial(part));
        const order = meaning.kind === 'max' ? '>=' : '<=';
        for (const part of parts) say(`(${order} ${name} ${part})`);
        say(`(or ${parts.map((part) => `(= ${name} ${part})`).join(' ')})`);
        return;
      }
      case 'abs': {
        const of = this.#polynomial(meaning.of);
        say(`(= ${name} (ite (>= ${of} 0.0) ${of} (- ${of})))`);
        return;
      }
      case 'sqrt': {
        say(`(>= ${name} 0.0)`);
        say(`(= (* ${name} ${name}) ${this.#polynomial(meaning.of)})`);
        return;
      }
      case 'inverse':
        say(`(= (* ${name} ${this.#polynomial(meaning.of)}) 1.0)`);
        return;
      case 'size':
      case 'functional':
        for (const fact of signOf(id, meaning, this.#atoms)) this.assert(fact);
        return;
      case 'indicator':
        for (const facts of factsOfIndicator(id, meaning)) this.assertOneOf(facts);
        return;
      case 'exp':
      case 'ln':
        for (const fact of ownFacts(id, meaning, this.#atoms)) this.assert(fact);
    }
  }

  #entry(id: string, index: number): string {
    const key = `${id}[${index}]`;
    const existing = this.#names.get(key);
    if (existing) return existing;
    const name = `a${this.#names.size}`;
    this.#names.set(key, name);
    return name;
  }

  /** Cauchy–Schwarz for two vectors, and the determinant for three. */
  #minors(): string[] {
    const vectors = [...this.#names.keys()].flatMap((id) => {
      const meaning = this.#atoms.meanings.get(id);
      return meaning?.kind === 'inner' ? [meaning.left, meaning.right] : [];
    });
    const all = [...new Set(vectors)];
    const entry = (a: string, b: string): Polynomial => this.#atoms.inner(vector(a), vector(b));
    const before = this.#lines.length;
    for (const [i, a] of all.entries()) {
      this.assert(notNegative(entry(a, a)));
      for (const [j, b] of all.slice(i + 1).entries()) {
        this.assert(notNegative(minor([a, b], entry)));
        for (const c of all.slice(i + j + 2)) this.assert(notNegative(minor([a, b, c], entry)));
      }
    }
    return this.#lines.splice(before);
  }
}

function notNegative(polynomial: Polynomial): Fact {
  return { operator: '<=', polynomial: negated(polynomial) };
}

/** The determinant of the inner products of two or three vectors. */
function minor(ids: readonly string[], entry: (a: string, b: string) => Polynomial): Polynomial {
  const [a = '', b = '', c] = ids;
  const two = (p: string, q: string, r: string, s: string) =>
    sum(product(entry(p, r), entry(q, s)), negated(product(entry(p, s), entry(q, r))));
  if (c === undefined) return two(a, b, a, b);
  return sum(
    product(entry(a, a), two(b, c, b, c)),
    negated(product(entry(a, b), two(b, c, a, c))),
    product(entry(a, c), two(b, c, a, b)),
  );
}
