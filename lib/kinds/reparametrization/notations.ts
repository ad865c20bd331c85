import type { DeclaredSymbol } from '@/lib/kinds/fields/symbols';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import { canonicalItem } from '@/lib/math/notation/item';
import { layOutForm } from '@/lib/math/notation/lay-out-form';
import type { ReparametrizationSpec, Role } from './answer';

/** The weights w by which `\nabla_w` differentiates, as a symbol of ours. */
export const NETWORK_WEIGHTS = 'nabla_weights';
/** How many samples an average is over. */
const SAMPLES = 'nabla_samples';
/** ∂T/∂u, which is not what the chain rule needs. */
export const BASE_SLOPE = 'nabla_base_slope';

/** Letters that count samples, and that say how many there are. */
const INDICES = ['i', 'j', 'k', 'n', 'm', 's'];
const COUNTS = ['N', 'M', 'K', 'S', 'B', 'n', 'm'];

/**
 * The spec with what people write besides the author's symbols: y_i and u_i for samples of an
 * average over N, T for y, w where `\nabla_w` is not carried out, ∂T/∂u, and f′(x, w) for ∇_w f.
 * Nothing that the author declares changes.
 */
export function withNotations(spec: ReparametrizationSpec): ReparametrizationSpec {
  const table = tableOfPart(spec);
  if (!table.ok) return spec;
  const taken = new Set<string>();
  const free = (forms: readonly string[]) =>
    forms.filter((form) => {
      const items = layOutForm(form, table.value.splitWord);
      const key = items.ok ? items.value.map(canonicalItem).join(' ') : '';
      if (key === '' || taken.has(key) || table.value.declares(key)) return false;
      taken.add(key);
      return true;
    });
  const of = (role: Role) => spec.symbols.find(({ id }) => spec.roles[id] === role);
  const [sample, base, network] = [of('sample'), of('base'), of('network')];
  const [parameter, transform, slope] = [of('parameter'), of('transform'), of('slope')];
  // With all its arguments T is read as the function that it is.
  const isApplied = (side: string) => side.includes('(') && side.includes(',');
  const sides = [...spec.T.leftSides, ...formsOf(transform).map((T) => `${T}(${base?.latex})`)];
  const asSample = sides
    .filter((side) => !isApplied(side) && !formsOf(transform).includes(side))
    .flatMap((side) => [side, ...ofSamples(side, base)]);
  const more = new Map<string | undefined, string[]>([
    [sample?.id, free([...indexed(sample), ...asSample])],
    [base?.id, free(indexed(base))],
    [network?.id, free(formsOf(parameter).flatMap(primed))],
    [slope?.id, free(asSample.flatMap((side) => slopesOf(side, parameter)))],
  ]);
  const symbols = spec.symbols.map((symbol): DeclaredSymbol => {
    const aliases = [...symbol.aliases, ...(more.get(symbol.id) ?? [])];
    if (symbol.id !== transform?.id || symbol.type.kind !== 'function' || !sample)
      return { ...symbol, aliases };
    return { ...symbol, aliases, type: { ...symbol.type, bare: sample.id } };
  });
  const ours: [string, string[], DeclaredSymbol['type'] | undefined][] = [
    [NETWORK_WEIGHTS, free(formsOf(network).flatMap(weightsIn)), network?.type],
    [SAMPLES, free(COUNTS), { kind: 'scalar', domain: '1..inf' }],
    [BASE_SLOPE, free(inBase(slope, parameter, base)), { kind: 'scalar', domain: 'real' }],
  ];
  const added = ours.flatMap(([id, forms, type]): DeclaredSymbol[] => {
    const [latex, ...aliases] = forms;
    return latex === undefined || !type ? [] : [{ id, latex, aliases, type }];
  });
  const samples = added.find(({ id }) => id === SAMPLES)?.id;
  const reading = { ...spec.reading, ...(samples !== undefined && { samples }) };
  return { ...spec, reading, symbols: [...symbols, ...added] };
}

function formsOf(symbol: DeclaredSymbol | undefined): string[] {
  return symbol ? [symbol.latex, ...symbol.aliases] : [];
}

/** `\frac{\partial T(u)}{\partial\lambda}`, and the same with d. */
function slopesOf(side: string, parameter: DeclaredSymbol | undefined): string[] {
  return formsOf(parameter).flatMap((name) => [
    `\\frac{\\partial ${side}}{\\partial ${name}}`,
    `\\frac{d ${side}}{d ${name}}`,
  ]);
}

/** `y_i` and `y^{(i)}`, of names of one letter. */
function indexed(symbol: DeclaredSymbol | undefined): string[] {
  return formsOf(symbol)
    .filter((form) => /^(?:[A-Za-z]|\\[A-Za-z]+)$/.test(form))
    .flatMap((form) => INDICES.flatMap((index) => [`${form}_${index}`, `${form}^{(${index})}`]));
}

/** `T(u_i)` for `T(u)`. */
function ofSamples(side: string, base: DeclaredSymbol | undefined): string[] {
  const argument = `(${base?.latex})`;
  if (!base || !side.endsWith(argument)) return [];
  return indexed(base).map((form) => `${side.slice(0, -argument.length)}(${form})`);
}

/** `f'(x, w)` and `f'` for the network of which `f(x, w)` is the value. */
function primed(form: string): string[] {
  const [, name, args] = /^([A-Za-z])(\(.*\))?$/.exec(form) ?? [];
  return name === undefined ? [] : [`${name}'${args ?? ''}`];
}

/** The w of `\nabla_w f`, and of `\frac{\partial f}{\partial w}`. */
function weightsIn(form: string): string[] {
  const [, below] = /^\\nabla_(\\?[A-Za-z]+) /.exec(form) ?? [];
  const [, denominator] = /\}\{(?:d|\\partial) ?(\\?[A-Za-z]+)\}$/.exec(form) ?? [];
  return [below ?? denominator ?? []].flat();
}

/** Ways to write ∂T/∂λ, with u in place of λ. */
function inBase(
  slope: DeclaredSymbol | undefined,
  parameter: DeclaredSymbol | undefined,
  base: DeclaredSymbol | undefined,
): string[] {
  const names = formsOf(parameter).filter((form) => !form.includes('('));
  return formsOf(slope).flatMap((form) =>
    names.flatMap((name) => {
      const at = form.lastIndexOf(name);
      const rest = form.slice(at + name.length);
      const isBelow = form[at - 1] === '_';
      if (at < 0 || !base || (rest !== '}' && !isBelow)) return [];
      const spaced = isBelow || form[at - 1] === 'd' ? '' : ' ';
      return [form.slice(0, at).trimEnd() + spaced + base.latex + rest];
    }),
  );
}
