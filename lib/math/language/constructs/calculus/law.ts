import { substitute } from '@/lib/math/core/substitute';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { canonicalItem, type Item } from '@/lib/math/notation/item';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** The variable of an expectation and the density that it has, as far as they are said. */
export interface Law {
  variable: string | null;
  /** Id of a declared density. */
  density: string | null;
}

/** What stands below an expectation: `x \sim p_\lambda`, `p_\lambda`, `X`, `x`, `\lambda`. */
export function lawBelow(items: readonly Item[], table: SymbolTable): Law {
  const sign = items.findIndex(({ base }) => base.type === 'command' && base.text === 'sim');
  if (sign > 0) {
    const variable = items.slice(0, sign).map(canonicalItem).join(' ');
    return { variable, density: densityAt(items.slice(sign + 1), table) };
  }
  const density = densityAt(items, table);
  if (density !== null) return { variable: table.variable, density };
  const symbol = items.length > 0 ? table.find(items, 0) : null;
  const type = symbol && table.typeOf(symbol.id);
  // A random variable is bound where the body mentions it.
  if (type?.kind === 'scalar' && type.density !== undefined)
    return { variable: null, density: type.density };
  // `E_\lambda`: the one density with that parameter in its name.
  const parameter = items.map(canonicalItem).join(' ');
  const named = densities(table).filter(({ latex }) => indexOf(latex) === parameter);
  const [only] = named;
  if (only && named.length === 1) return { variable: table.variable, density: only.id };
  const [name] = items;
  // Where laws are opaque, a letter may be one of them.
  const isName = items.length === 1 && name?.base.type === 'letter' && table.samples === null;
  return { variable: isName && !symbol ? parameter : null, density: null };
}

function densityAt(items: readonly Item[], table: SymbolTable): string | null {
  const symbol = items.length > 0 ? table.find(items, 0) : null;
  const type = symbol && table.typeOf(symbol.id);
  return symbol && type?.kind === 'function' && type.support !== undefined ? symbol.id : null;
}

function densities(table: SymbolTable): { id: string; latex: string }[] {
  return [...table.declarations.values()].flatMap(({ id, latex, type }) =>
    type.kind === 'function' && type.support !== undefined ? [{ id, latex }] : [],
  );
}

/** The index in a written form such as `p_\lambda` or `p_{\lambda}`. */
function indexOf(latex: string): string | null {
  const [, braced, plain] = /_(?:\{(.*)\}|(.+))$/.exec(latex) ?? [];
  return braced ?? plain ?? null;
}

/**
 * Binds the random variables in the body of an expectation. Without a density below the sign it is
 * that of the only random variable in the body.
 */
export function bindRandom(body: Tree, law: Law, table: SymbolTable): Law & { body: Tree } {
  const random = [...symbolsIn(body)].flatMap((id) => {
    const type = table.typeOf(id);
    return type?.kind === 'scalar' && type.density !== undefined
      ? [{ id, density: type.density }]
      : [];
  });
  const [first] = random;
  if (!first || random.length > 1) return { ...law, body };
  const variable = law.variable ?? table.latexOf(first.id);
  const bound = substitute(body, (id) =>
    id === first.id ? { kind: 'bound', name: variable } : null,
  );
  return { variable, density: law.density ?? first.density, body: bound };
}
