import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import type { Tree } from '@/lib/math/core/tree';
import table from './unit-table.json';

/** The base units, in the order in which the table counts dimensions; angles and bits beside the SI's. */
const BASE_UNITS = ['kg', 'm', 's', 'A', 'K', 'cd', 'mol', 'rad', 'bit'] as const;

/** Exponents of the base units, in their order. */
export type UnitDimensions = readonly number[];

/** A unit as a multiple of a product of powers of base units. */
export interface Unit {
  factor: number;
  dimensions: UnitDimensions;
}

const units: Readonly<Record<string, { value: number; dimensions: number[]; prefixes: number }>> =
  table.units;
const families: readonly Readonly<Record<string, number | undefined>>[] = table.families;

/**
 * A unit by name, prefixes included: `m`, `km`, `kWh`. Null for what is none, and for temperatures
 * with a zero of their own. The table is that of mathjs.
 */
export function unitOf(name: string): Unit | null {
  for (let length = 0; length < name.length; length++) {
    const unit = Object.hasOwn(units, name.slice(length)) ? units[name.slice(length)] : undefined;
    const family = unit && families[unit.prefixes];
    const prefix = name.slice(0, length);
    if (unit && family && Object.hasOwn(family, prefix))
      return { factor: unit.value * (family[prefix] ?? 1), dimensions: unit.dimensions };
  }
  return null;
}

/** The symbols that units are defined by; students cannot write them. */
export const BASE_UNIT_SYMBOLS: readonly SymbolDeclaration[] = BASE_UNITS.map((base) => ({
  id: baseId(base),
  latex: `\\operatorname{unit}_{\\mathrm{${base}}}`,
  type: { kind: 'scalar', domain: '(0, inf)' },
}));

/** A unit as an expression in the base units. */
export function unitTree({ factor, dimensions }: Unit): Tree {
  return BASE_UNITS.reduce<Tree>(
    (product, base, index) => {
      const exponent = dimensions[index] ?? 0;
      if (exponent === 0) return product;
      const size: Tree = { kind: 'number', text: String(Math.abs(exponent)) };
      const right: Tree = exponent < 0 ? { kind: 'negate', operand: size } : size;
      const left: Tree = { kind: 'symbol', id: baseId(base) };
      return { kind: 'multiply', left: product, right: { kind: 'power', left, right } };
    },
    { kind: 'number', text: String(factor) },
  );
}

/**
 * The dimensions of an expression in which some symbols are units and all others are mere numbers;
 * null where it adds what has different ones, or raises a unit to what is no number.
 */
export function dimensionsOf(
  tree: Tree,
  unitOfSymbol: (id: string) => Unit | null,
): UnitDimensions | null {
  const none = BASE_UNITS.map(() => 0);
  const of = (part: Tree) => dimensionsOf(part, unitOfSymbol);
  const combined = (left: Tree, right: Tree, sign: 1 | -1) => {
    const [a, b] = [of(left), of(right)];
    return a && b ? a.map((exponent, index) => exponent + sign * (b[index] ?? 0)) : null;
  };
  switch (tree.kind) {
    case 'symbol':
      return unitOfSymbol(tree.id)?.dimensions ?? none;
    case 'negate':
      return of(tree.operand);
    case 'add':
    case 'subtract': {
      const [a, b] = [of(tree.left), of(tree.right)];
      return a && b && sameDimensions(a, b) ? a : null;
    }
    case 'multiply':
    case 'dot':
      return combined(tree.left, tree.right, 1);
    case 'divide':
      return combined(tree.left, tree.right, -1);
    case 'power': {
      const base = of(tree.left);
      if (!base || sameDimensions(base, none)) return base;
      const exponent = numberOf(tree.right);
      return exponent === null ? null : base.map((value) => value * exponent);
    }
    case 'call':
      return tree.name === 'sqrt' && tree.args[0]
        ? (of(tree.args[0])?.map((exponent) => exponent / 2) ?? null)
        : none;
    default:
      return none;
  }
}

export function sameDimensions(a: UnitDimensions, b: UnitDimensions): boolean {
  return a.every((exponent, index) => Math.abs(exponent - (b[index] ?? 0)) < 1e-9);
}

/** Dimensions as the SI unit that has them, LaTeX; 1 for a mere number. */
export function dimensionsLatex(dimensions: UnitDimensions): string {
  const factors = BASE_UNITS.flatMap((base, index) => {
    const exponent = dimensions[index] ?? 0;
    if (exponent === 0) return [];
    return [exponent === 1 ? `\\mathrm{${base}}` : `\\mathrm{${base}}^{${exponent}}`];
  });
  return factors.length === 0 ? '1' : factors.join('\\,');
}

function baseId(base: string): string {
  return `base_unit_${base}`;
}

function numberOf(tree: Tree): number | null {
  if (tree.kind === 'number') return Number(tree.text);
  if (tree.kind === 'negate') {
    const value = numberOf(tree.operand);
    return value === null ? null : -value;
  }
  if (tree.kind !== 'divide') return null;
  const [top, bottom] = [numberOf(tree.left), numberOf(tree.right)];
  return top === null || bottom === null || bottom === 0 ? null : top / bottom;
}
