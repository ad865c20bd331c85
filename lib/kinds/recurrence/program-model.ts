import { BrokenKeyError } from '@/lib/kinds/broken-key';
import { ReferenceProgram } from '@/lib/kinds/fields/reference-program';
import { programErrorText } from '@/lib/math/programs/fault';
import { loadMathjs } from '@/lib/math/programs/mathjs';
import { isFunction, isList, type Value } from '@/lib/math/programs/value';
import type { RecurrenceKey } from './answer';
import { drawInputs, type Inputs } from './draw-inputs';
import type { Model, ModelRun } from './model';

const WHAT = 'program of the model';

type ProgramKey = NonNullable<RecurrenceKey['model']>;

/**
 * Drawn inputs, with the values that the author's program finds for them: each name that a symbol
 * stands for is a list with an entry for each step, or a number that is the same at all of them.
 */
export async function programModel(
  { inputs, program: text }: ProgramKey,
  { roles, fields }: RecurrenceKey,
  latexOf: (id: string) => string,
  seed: string,
): Promise<Model> {
  const program = new ReferenceProgram(WHAT, text, Object.keys(inputs), await loadMathjs());
  const { assigns, isRandom } = program.program;
  if (isRandom) throw new BrokenKeyError(`${WHAT}: it draws by chance; give it inputs instead`);
  const names = new Set([
    ...Object.values(roles),
    ...Object.values(fields).map(({ quantity }) => quantity),
  ]);
  for (const name of names)
    if (!assigns.has(name) && !Object.hasOwn(inputs, name))
      throw new BrokenKeyError(`${WHAT}: it gives "${name}" no value`);
  const runs: ModelRun[] = [];
  let failure: string | null = null;
  let broken: BrokenKeyError | null = null;
  for (const drawn of drawInputs(inputs, seed)) {
    if (!program.mayRun) break;
    const outcome = program.run(drawn, seed);
    if (outcome.ok) {
      const steps = stepsOf(names, outcome.value.names);
      runs.push({ steps, witness: witnessFor(drawn, steps, roles, latexOf) });
    } else {
      failure ??= programErrorText(WHAT, outcome.error);
      broken ??= program.broken(outcome.error);
    }
  }
  if (broken && runs.length === 0) throw broken;
  return { runs, truth: 'the true values in every run tried', usual: null, failure };
}

/** What each name stands for, step by step; throws where the lists have different lengths. */
function stepsOf(
  names: ReadonlySet<string>,
  values: ReadonlyMap<string, Value>,
): readonly ReadonlyMap<string, number>[] {
  const lists = new Map(
    [...names].map((name) => [name, numbersOf(name, values.get(name) ?? null)]),
  );
  const lengths = [...lists].flatMap(([name, list]) =>
    typeof list === 'number' ? [] : [{ name, length: list.length }],
  );
  const [first] = lengths;
  const other = lengths.find(({ length }) => length !== first?.length);
  if (first && other)
    throw new BrokenKeyError(
      `${WHAT}: "${first.name}" has ${first.length} entries and "${other.name}" has ${other.length}`,
    );
  return Array.from({ length: first?.length ?? 1 }, (_, step) => {
    const at = (list: number | readonly number[]) =>
      typeof list === 'number' ? list : (list[step] ?? Number.NaN);
    return new Map([...lists].map(([name, list]) => [name, at(list)]));
  });
}

function numbersOf(name: string, value: Value): number | readonly number[] {
  const real = (entry: unknown) => {
    if (typeof entry === 'number' || typeof entry === 'boolean') return Number(entry);
    throw new BrokenKeyError(`${WHAT}: "${name}" is neither a number nor a list of real numbers`);
  };
  if (value === null || isFunction(value)) return real(null);
  return isList(value) ? value.map(real) : real(value);
}

function witnessFor(
  inputs: Inputs,
  steps: readonly ReadonlyMap<string, number>[],
  roles: RecurrenceKey['roles'],
  latexOf: (id: string) => string,
): ModelRun['witness'] {
  return ({ label, index, expected, got }) => {
    const at = steps[index] ?? new Map();
    const given = Object.entries(roles)
      .map(([id, name]) => `$${latexOf(id)} = ${at.get(name)}$`)
      .join(', ');
    const drawn = [...inputs]
      .map(([name, value]) => `${name} = ${typeof value === 'number' ? value : `[${value}]`}`)
      .join(', ');
    const step = index + 1;
    const where = steps.length > 1 ? ` at step ${step}` : '';
    const data = { inputs: Object.fromEntries([...inputs].map(copied)), step, expected, got };
    return {
      witness: {
        summary: `For ${drawn}, your formula gives ${label} $= ${got}$${where}; the true value is $${expected}$.`,
        data,
      },
      given: `${given}.`,
    };
  };
}

function copied([name, value]: [string, number | readonly number[]]): [string, number | number[]] {
  return [name, typeof value === 'number' ? value : [...value]];
}
