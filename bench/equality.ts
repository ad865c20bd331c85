import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { compare } from '@/lib/math/compare/compare';
import type { Shape, SymbolDeclaration } from '@/lib/math/core/declaration';
import { shapeOf } from '@/lib/math/language/shape';
import { type SymbolTable, symbolTable } from '@/lib/math/notation/symbol-table';
import { read } from '@/lib/math/reading/read';
import { HOSTILE_INPUTS } from '@/lib/math/testing/hostile-inputs';
import { JACOBIAN_PAIRS, SCALAR_PAIRS } from './cases';

/**
 * Measures reading both sides, comparing at 32 samples and the verdict, warm, on one core, and the
 * slowest hostile input; beside it SymPy and Maxima on the same pairs where they are installed.
 * Prints the table of docs/performance.md. Run by `npm run bench`.
 */

type Pair = readonly [string, string];

function tableOf(declarations: readonly SymbolDeclaration[]): SymbolTable {
  const table = symbolTable(declarations);
  if (!table.ok) throw new Error(table.error.map(({ message }) => message).join('; '));
  return table.value;
}

const scalars = tableOf(
  [...'xyabsm'].map((id) => ({ id, latex: id, type: { kind: 'scalar', domain: '(0, inf)' } })),
);
const jacobian = (id: string, shape: Shape): SymbolDeclaration => ({
  id,
  latex: id,
  type: { kind: 'matrix', shape },
});
const jacobians = tableOf([
  jacobian('J_g^{L}', [1, 'g']),
  jacobian('J_f^g', ['g', 'f']),
  jacobian('J_v^g', ['g', 'v']),
  jacobian('J_w^f', ['f', 'w']),
  jacobian('J_x^f', ['f', 'x']),
]);

function verdict([reference, answer]: Pair, table: SymbolTable): string {
  const [left, right] = [read(reference, table), read(answer, table)];
  if (!left.ok || !right.ok) return 'unread';
  return compare(left.value.tree, right.value.tree, table, { seed: 'bench' }).verdict;
}

/** Median milliseconds of each pair over many runs, after warming up. */
function measure(pairs: readonly Pair[], table: SymbolTable): { ms: number[]; right: number } {
  for (let round = 0; round < 40; round++) for (const pair of pairs) verdict(pair, table);
  const ms = pairs.map((pair) => {
    const times = Array.from({ length: 25 }, () => {
      const start = performance.now();
      verdict(pair, table);
      return performance.now() - start;
    });
    return median(times);
  });
  return { ms, right: pairs.filter((pair) => verdict(pair, table) === 'right').length };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

interface Line {
  engine: string;
  pairs: number;
  right: number;
  median: number;
  slowest: number;
}

function line(engine: string, ms: readonly number[], right: number): Line {
  return { engine, pairs: ms.length, right, median: median(ms), slowest: Math.max(...ms) };
}

/** SymPy's `simplify` of the difference; null where it is not installed. */
function sympy(): Line | null {
  const input = SCALAR_PAIRS.map((pair) => JSON.stringify(pair)).join('\n');
  const { status, stdout } = spawnSync('python3', ['bench/sympy_equality.py'], {
    input,
    encoding: 'utf8',
  });
  if (status !== 0) return null;
  const results = stdout
    .trim()
    .split('\n')
    .map((text): { ms: number; right: boolean } => JSON.parse(text));
  const ms = results.map((result) => result.ms);
  return line('SymPy simplify', ms, results.filter(({ right }) => right).length);
}

/** Maxima's radcan, trigreduce and ratsimp of the difference; null where it is not installed. */
function maxima(): Line | null {
  const pairs = SCALAR_PAIRS.map(([a, b]) => `"(${a})-(${b})"`).join(',');
  const program = [
    'assume(x>0,y>0,a>0,b>0,s>0,m>0)$',
    `pairs:[${pairs}]$`,
    'zero(t):=block([e:parse_string(t)],is(fullratsimp(trigreduce(exponentialize(radcan(e))))=0) or is(fullratsimp(trigreduce(e))=0))$',
    'for t in pairs do (start:elapsed_real_time(), for k:1 thru 40 do r:errcatch(zero(t)), stop:elapsed_real_time(), printf(true,"@@ ~a ~a~%",(stop-start)*1000.0/40,if r=[true] then 1 else 0))$',
  ].join('\n');
  const { status, stdout } = spawnSync('maxima', ['--very-quiet', '--batch-string', program], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  const results = [...(stdout ?? '').matchAll(/^@@ (\S+) ([01])$/gm)];
  if (status !== 0 || results.length === 0) return null;
  const ms = results.map(([, time = '']) => Number(time));
  return line('Maxima fullratsimp', ms, results.filter(([, , right]) => right === '1').length);
}

/** Every hostile input against x and against itself plus zero; the slowest of all, each at its best of three. */
function hostile(): Line {
  const table = tableOf([
    { id: 'x', latex: 'x', type: { kind: 'scalar', domain: 'real' } },
    { id: 'y', latex: 'y', type: { kind: 'scalar', domain: 'real' } },
    { id: 'A', latex: 'A', type: { kind: 'matrix', shape: ['n', 'n'] } },
    { id: 'v', latex: 'v', type: { kind: 'matrix', shape: ['n', 1] } },
    { id: 'ell', latex: '\\ell', type: { kind: 'function', from: [[1, 1]], to: [1, 1] } },
  ]);
  const reference = read('x', table);
  const ms = HOSTILE_INPUTS.map((source) => {
    const once = () => {
      const start = performance.now();
      const reading = read(source, table);
      if (reading.ok && reference.ok && shapeOf(reading.value.tree, table).ok) {
        const zero = { kind: 'number', text: '0' } as const;
        const other = { kind: 'add', left: reading.value.tree, right: zero } as const;
        compare(reading.value.tree, other, table, { seed: 'bench' });
      }
      return performance.now() - start;
    };
    const best = Math.min(once(), once(), once());
    if (process.argv.includes('--each')) console.log(best.toFixed(1), source.slice(0, 70));
    return best;
  });
  return line('Nabla, hostile inputs', ms, 0);
}

const own = measure(SCALAR_PAIRS, scalars);
const products = measure(JACOBIAN_PAIRS, jacobians);
const nabla = line('Nabla, scalar formulas', own.ms, own.right);
const lines = [
  nabla,
  line('Nabla, Jacobian products', products.ms, products.right),
  sympy(),
  maxima(),
  hostile(),
];
console.log('| engine | pairs | found equal | median ms | slowest ms | median, times Nabla |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const entry of lines) {
  if (!entry) continue;
  const { engine, pairs, right, median: middle, slowest } = entry;
  const isOther = !engine.startsWith('Nabla');
  const ratio = isOther ? (middle / nabla.median).toFixed(0) : '';
  const equal = engine.includes('hostile') ? '' : String(right);
  console.log(
    `| ${engine} | ${pairs} | ${equal} | ${middle.toFixed(3)} | ${slowest.toFixed(1)} | ${ratio} |`,
  );
}
