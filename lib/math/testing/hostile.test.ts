import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, MOST_WORK } from '@/lib/math/compare/compare';
import { MOST_WITNESS_WORK } from '@/lib/math/compare/identity-test';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { toLatex } from '@/lib/math/language/latex';
import { MAX_STEPS } from '@/lib/math/language/reader';
import { shapeOf } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { MAX_LENGTH } from '@/lib/math/notation/tokens';
import { read } from '@/lib/math/reading/read';
import { HOSTILE_INPUTS } from './hostile-inputs';
import { tableOf } from './tables';

/**
 * Whatever stands in a field, reading, typing, printing and comparing it neither throws nor takes
 * more work than its bound. Work is counted, so the bound holds on every machine; the time that
 * goes with it is measured in bench/.
 */

const scalar = (id: string): SymbolDeclaration => ({
  id,
  latex: id,
  type: { kind: 'scalar', domain: 'real' },
});
const strict = tableOf([
  scalar('x'),
  scalar('y'),
  { id: 'A', latex: 'A', type: { kind: 'matrix', shape: ['n', 'n'] } },
  { id: 'v', latex: 'v', type: { kind: 'matrix', shape: ['n', 1] } },
  { id: 'ell', latex: '\\ell', type: { kind: 'function', from: [[1, 1]], to: [1, 1] } },
]);
const anyName = tableOf([], { defaultScalar: { domain: 'real' } });
const complex = tableOf([], { defaultScalar: { domain: 'complex' } });

/** What reading, comparing and showing may cost together; twice, where an answer may be transposed. */
const BOUND = 2 * MOST_WORK + 2 * MOST_WITNESS_WORK;

function withstand(source: string, table: SymbolTable): 'read' | 'refused' {
  const reading = read(source, table);
  if (!reading.ok) {
    expect(reading.error.message.length).toBeGreaterThan(0);
    expect(reading.error.start).toBeLessThanOrEqual(Math.max(source.length, MAX_LENGTH));
    return 'refused';
  }
  expect(reading.value.steps).toBeLessThanOrEqual(MAX_STEPS);
  const { tree } = reading.value;
  expect(toLatex(tree, table).length).toBeLessThan(1_000_000);
  if (!shapeOf(tree, table).ok) return 'refused';
  for (const reference of [tree, { kind: 'symbol', id: 'x' } as const]) {
    // The same tree twice would be settled without a look at values.
    const other = { kind: 'add', left: tree, right: { kind: 'number', text: '0' } } as const;
    const outcome = compare(reference, other, table, { seed: 'hostile', upTo: 'transpose' });
    expect(outcome.work).toBeLessThanOrEqual(BOUND);
  }
  return 'read';
}

describe('known attacks', () => {
  it.each(HOSTILE_INPUTS.map((source) => [source.slice(0, 60), source] as const))(
    '%s',
    (_, source) => {
      for (const table of [strict, anyName, complex]) withstand(source, table);
    },
  );

  it('refuses what is too long, at once', () => {
    const reading = read('x+'.repeat(100_000), strict);
    expect(reading).toMatchObject({ ok: false, error: { start: MAX_LENGTH } });
  });
});

const PIECES = [
  ...'x y A v 1 2 0.5 9e9 ( ) [ ] { } + - * / ^ _ = < > | ! , ; & % '.split(' '),
  ...'\\ell( \\frac{ }{ \\sqrt{ \\sin \\ln e^ \\sum_{k=1}^{ \\prod_{k=1}^ k \\int_0^1 dx'.split(
    ' ',
  ),
  ...'\\frac{d}{dx} \\nabla_v \\|v\\| \\max( \\begin{cases} \\end{cases} \\\\ ^T ^{-1} I'.split(
    ' ',
  ),
  ...'\\lim_{x\\to \\mathbb{E}[ \\odot \\otimes \\det \\left( \\right) \\binom{ ² ½ √ ∞ λ'.split(
    ' ',
  ),
];

describe('random inputs', () => {
  it('made of pieces of the grammar', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 120 }),
        fc.constantFrom('', ' '),
        (pieces, space) => {
          if (withstand(pieces.join(space), strict) === 'read') read++;
        },
      ),
      { numRuns: 600 },
    );
    expect(read).toBeGreaterThan(3);
  });

  it('made of expressions that nest', () => {
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 9, withCrossShrink: true },
        fc.constantFrom('x', 'y', '2', '0.1', '\\pi'),
        fc
          .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/', '^'), tie('expression'))
          .map(([left, sign, right]) => `(${left})${sign}(${right})`),
        fc
          .tuple(
            fc.constantFrom('sin', 'exp', 'ln', 'sqrt', 'abs', 'floor', 'tan', 'gamma', 'acosh'),
            tie('expression'),
          )
          .map(([name, argument]) => `${name}(${argument})`),
        tie('expression').map((inner) => `\\frac{d}{dx}(${inner})`),
        tie('expression').map((inner) => `\\sum_{k=1}^{7}(k ${inner})`),
        tie('expression').map((inner) => `(${inner})!`),
      ),
    }));
    let read = 0;
    fc.assert(
      fc.property(expression, (source) => {
        if (source.length <= MAX_LENGTH && withstand(source, strict) === 'read') read++;
      }),
      { numRuns: 250 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it('made of raw characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (source) => {
        withstand(source, strict);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 2000 }), (source) => {
        withstand(source, anyName);
      }),
      { numRuns: 300 },
    );
  });

  it('made of the grammar’s own examples, cut and joined', () => {
    const examples = [...readFileSync('docs/grammar.md', 'utf8').matchAll(/^\| `(.*?)` \|/gm)].map(
      ([, text = '']) => text.replaceAll('\\|', '|'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...examples), fc.nat(40), fc.nat(40)), { maxLength: 6 }),
        (parts) => {
          const source = parts.map(([text, from, length]) => text.slice(from % 7, from + length));
          withstand(source.join(''), strict);
        },
      ),
      { numRuns: 600 },
    );
  });
});
