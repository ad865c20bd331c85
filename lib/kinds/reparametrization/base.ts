import { judgeUnread } from '@/lib/kinds/fields/unread';
import { type Judged, wrong } from '@/lib/kinds/judged';
import { isScalar } from '@/lib/math/core/dimension';
import type { Domain } from '@/lib/math/core/domain';
import { parseDomain } from '@/lib/math/core/domain';
import { infiniteSign } from '@/lib/math/core/infinite';
import { substitute } from '@/lib/math/core/substitute';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { read } from '@/lib/math/reading/read';
import { fail, ok, type Result } from '@/lib/result';
import type { Base, NamedBase } from './answer';

/** A law on an interval: its density in one bound variable. */
export interface Law {
  variable: string;
  density: Tree;
  from: Tree;
  to: Tree;
}

const number = (text: string): Tree => ({ kind: 'number', text });
const INFINITY: Tree = { kind: 'constant', name: 'infinity' };
const ZERO = number('0');
const U: Tree = { kind: 'bound', name: 'u' };
const negate = (operand: Tree): Tree => ({ kind: 'negate', operand });
const exp = (arg: Tree): Tree => ({ kind: 'call', name: 'exp', args: [arg] });

/** The laws that are chosen by name: uniform on (0, 1), exponential of rate 1, standard normal. */
export const NAMED_BASES: Record<NamedBase, Law> = {
  uniform: { variable: 'u', density: number('1'), from: ZERO, to: number('1') },
  exponential: { variable: 'u', density: exp(negate(U)), from: ZERO, to: INFINITY },
  normal: {
    variable: 'u',
    density: {
      kind: 'divide',
      left: exp(
        negate({
          kind: 'divide',
          left: { kind: 'power', left: U, right: number('2') },
          right: number('2'),
        }),
      ),
      right: {
        kind: 'call',
        name: 'sqrt',
        args: [{ kind: 'multiply', left: number('2'), right: { kind: 'constant', name: 'pi' } }],
      },
    },
    from: negate(INFINITY),
    to: INFINITY,
  },
};

/** An interval as it is typed in LaTeX, or as a set, in the words of domains. */
function plainDomain(text: string): string {
  const plain = text
    .replace(/\\left|\\right|\\mathbb|[{}$\s]/g, '')
    .replace(/\\infty|∞/g, 'inf')
    .replace(/\\pi/g, 'pi');
  if (/^(R|ℝ)$/.test(plain)) return 'real';
  return /^(R|ℝ)(_\+|\^\+|_>0|_≥0|\+)$/.test(plain) ? '(0, inf)' : plain;
}

const DENSITY = 'The density of the base';

/**
 * The law that the student chose; of an own density only that it can be read and depends on the base
 * variable alone, not that it is one.
 */
export function readBase(base: Base, table: SymbolTable, baseId: string): Result<Law, Judged> {
  if (typeof base === 'string') return ok(NAMED_BASES[base]);
  const domain = parseDomain(plainDomain(base.domain));
  if (domain?.kind !== 'real' && domain?.kind !== 'interval') {
    const message = 'Write an interval such as (0, 1) or (-inf, inf).';
    const error = { message, start: 0, end: base.domain.length };
    return fail(judgeUnread('The domain of the base', base.domain, error));
  }
  const reading = read(base.density, table);
  if (!reading.ok) return fail(judgeUnread(DENSITY, base.density, reading.error));
  const { tree } = reading.value;
  const shape = shapeOf(tree, table);
  if (!shape.ok) return fail(judgeUnread(DENSITY, base.density, shape.error));
  if (!isScalar(shape.value)) return fail(wrong(`${DENSITY} is no scalar.`));
  const other = [...symbolsIn(tree)].find((id) => id !== baseId);
  if (other !== undefined) {
    const message = `The base must not depend on $${table.latexOf(other)}$: its law is fixed, and only the transformation knows the parameter.`;
    return fail(wrong(message));
  }
  const [from, to] = endsOf(domain);
  return ok({ variable: 'u', density: overBase(tree, baseId), from, to });
}

/** The ends of a real domain, as expressions. */
export function endsOf(domain: Extract<Domain, { kind: 'real' | 'interval' }>): [Tree, Tree] {
  const ends: [number, number] =
    domain.kind === 'real'
      ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
      : [domain.from, domain.to];
  return [endTree(ends[0]), endTree(ends[1])];
}

function endTree(end: number): Tree {
  const size = Number.isFinite(end) ? number(String(Math.abs(end))) : INFINITY;
  return end < 0 ? negate(size) : size;
}

/** The base symbol as the bound variable of the base's law. */
export function overBase(tree: Tree, baseId: string): Tree {
  return substitute(tree, (id) => (id === baseId ? U : null));
}

/** Symbols of ours that live on (0, 1) and on (0, ∞). */
export const UNIT = 'nabla_unit';
export const POSITIVE = 'nabla_positive';

/** With a variable that lives where the law lives in place of the base's symbol, which may be any number. */
export function insideLaw(tree: Tree, law: Law | null, baseId: string): Tree {
  if (!law) return tree;
  const { from, to } = law;
  const unit: Tree = { kind: 'symbol', id: UNIT };
  const positive: Tree = { kind: 'symbol', id: POSITIVE };
  const width: Tree = { kind: 'subtract', left: to, right: from };
  const inside: Tree | null = infiniteSign(from)
    ? infiniteSign(to)
      ? null
      : { kind: 'subtract', left: to, right: positive }
    : infiniteSign(to)
      ? { kind: 'add', left: from, right: positive }
      : { kind: 'add', left: from, right: { kind: 'multiply', left: width, right: unit } };
  return substitute(tree, (id) => (id === baseId ? inside : null));
}

/** E[g] under a law; g is an expression in the law's variable. */
export function meanUnder({ variable, density, from, to }: Law, g: Tree): Tree {
  const body: Tree = { kind: 'multiply', left: density, right: g };
  return { kind: 'integral', variable, from, to, body };
}
