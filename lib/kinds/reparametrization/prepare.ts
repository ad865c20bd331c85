import { BrokenKeyError } from '@/lib/kinds/broken-key';
import { readAuthored } from '@/lib/kinds/fields/read-authored';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { parseDomain } from '@/lib/math/core/domain';
import { substitute } from '@/lib/math/core/substitute';
import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { ReparametrizationSpec, Role } from './answer';
import { endsOf, type Law, POSITIVE, UNIT } from './base';
import { withNotations } from './notations';

/** Ids of symbols by what they stand for. */
type Roles = Record<Exclude<Role, 'transform' | 'slope'>, string> & {
  transform: string | null;
  slope: string | null;
};

/** Symbols of ours for the arguments of distribution functions and transforms. */
export const LEVEL = 'nabla_level';
export const FREQUENCY = 'nabla_frequency';
/** The weights and the input of the network that estimators are tried on. */
export const WEIGHTS = ['nabla_w1', 'nabla_w2', 'nabla_w3'] as const;
export const NETWORK_INPUT = 'nabla_x';
/** Functions that hold their argument fixed under a derivative. */
export const FIXED = ['nabla_fixed1', 'nabla_fixed2', 'nabla_fixed3'] as const;

export interface Prepared {
  spec: ReparametrizationSpec;
  table: SymbolTable;
  roles: Roles;
  /** The law to sample from; its density has the parameter's symbol in it. */
  target: Law;
  /** Where the sample may lie, as numbers. */
  support: { from: number; to: number };
  seed: string;
}

/** Reads what is public of a part; throws `BrokenKeyError` where the author's formulas cannot be used. */
export function prepare(authored: ReparametrizationSpec, seed: string): Prepared {
  const spec = withNotations(authored);
  const roles = rolesOf(spec);
  const domain = parseDomain(spec.domain);
  if (domain?.kind !== 'real' && domain?.kind !== 'interval')
    throw new BrokenKeyError(`"${spec.domain}" is no interval`);
  const hidden: SymbolDeclaration[] = [
    { id: LEVEL, latex: '\\mathrm{level}', type: { kind: 'scalar', domain: spec.domain } },
    { id: FREQUENCY, latex: '\\mathrm{frequency}', type: { kind: 'scalar', domain: '(0, 4)' } },
    { id: UNIT, latex: hiddenLatex(UNIT), type: { kind: 'scalar', domain: '(0, 1)' } },
    { id: POSITIVE, latex: hiddenLatex(POSITIVE), type: { kind: 'scalar', domain: '(0, inf)' } },
    ...[...WEIGHTS, NETWORK_INPUT].map(
      (id): SymbolDeclaration => ({
        id,
        latex: hiddenLatex(id),
        type: { kind: 'scalar', domain: '(-1, 1)' },
      }),
    ),
    ...FIXED.map(
      (id): SymbolDeclaration => ({
        id,
        latex: hiddenLatex(id),
        type: { kind: 'function', from: [[1, 1]], to: [1, 1] },
      }),
    ),
  ];
  const made = tableOfPart(spec, hidden);
  if (!made.ok)
    throw new BrokenKeyError(`symbols: ${made.error.map(({ message }) => message).join('; ')}`);
  const table = made.value;
  const density = readAuthored('the density', spec.density, table).tree;
  const [from, to] = endsOf(domain);
  return {
    spec,
    table,
    roles,
    target: { variable: 'y', density: asSample(density, roles.sample), from, to },
    support:
      domain.kind === 'interval'
        ? { from: domain.from, to: domain.to }
        : { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    seed,
  };
}

/** A written form that nobody types. */
function hiddenLatex(id: string): string {
  return `\\mathrm{${id.replaceAll('_', '')}}`;
}

function rolesOf({ roles, symbols }: ReparametrizationSpec): Roles {
  const find = (wanted: Role) =>
    Object.entries(roles).find(
      ([id, own]) => own === wanted && symbols.some((one) => one.id === id),
    )?.[0] ?? null;
  const need = (wanted: Role): string => {
    const id = find(wanted);
    if (id === null) throw new BrokenKeyError(`no symbol has the role ${wanted}`);
    return id;
  };
  return {
    parameter: need('parameter'),
    base: need('base'),
    sample: need('sample'),
    loss: need('loss'),
    network: need('network'),
    transform: find('transform'),
    slope: find('slope'),
  };
}

/** The sample's symbol as the bound variable of the target's law. */
export function asSample(tree: Tree, sampleId: string): Tree {
  return substitute(tree, (id) => (id === sampleId ? { kind: 'bound', name: 'y' } : null));
}
