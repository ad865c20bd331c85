'use client';

import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { Tex } from '@/lib/ui/markdown';
import { spoken } from '@/lib/ui/spoken';
import { Toolbar } from '@/lib/ui/toolbar';
import classes from './formula.module.css';
import type { DeclaredSymbol } from './symbols';

export interface Key {
  /** What the key shows, LaTeX. */
  face: string;
  /** What it types into a formula field, and into a plain-text one. */
  latex: string;
  text: string;
  label: string;
}

const INFINITY: Key = { face: '\\infty', latex: '\\infty', text: 'inf', label: 'infinity' };
const LESS: Key = { face: '<', latex: '<', text: ' < ', label: 'less' };
const LESS_OR_EQUAL: Key = {
  face: '\\le',
  latex: '\\le',
  text: ' <= ',
  label: 'less or equal',
};

const STRUCTURE: readonly Key[] = [
  { face: '\\frac{a}{b}', latex: '\\frac{#@}{#?}', text: '/', label: 'fraction' },
  { face: 'x^{a}', latex: '#@^{#?}', text: '^', label: 'power' },
  { face: 'x_{a}', latex: '#@_{#?}', text: '_', label: 'index' },
  { face: '\\sqrt{a}', latex: '\\sqrt{#0}', text: 'sqrt(', label: 'square root' },
  { face: '(a)', latex: '\\left(#0\\right)', text: '(', label: 'parentheses' },
  { face: '\\ln', latex: '\\ln', text: 'ln ', label: 'natural logarithm' },
  { face: 'e^{a}', latex: 'e^{#?}', text: 'e^', label: 'exponential' },
];

const MATRIX_STRUCTURE: readonly Key[] = [
  { face: 'A^{\\top}', latex: '#@^{\\top}', text: '^T', label: 'transpose' },
  { face: '\\|a\\|', latex: '\\left\\|#0\\right\\|', text: '‖', label: 'norm' },
  { face: '[a>b]', latex: '\\left[#0\\right]', text: '[', label: 'indicator' },
];

const FUNCTION_STRUCTURE: readonly Key[] = [
  { face: "f'", latex: "'", text: "'", label: 'prime, a derivative' },
  {
    face: '\\frac{d}{dx}',
    latex: '\\frac{d}{d#?}\\left(#0\\right)',
    text: 'd/d',
    label: 'derivative by a symbol',
  },
];

const RANGE_STRUCTURE: readonly Key[] = [
  {
    face: '\\int_a^b',
    latex: '\\int_{#?}^{#?}#?\\,d#?',
    text: 'int_',
    label: 'integral over a range',
  },
  { face: '\\sum_a^b', latex: '\\sum_{#?}^{#?}', text: 'sum_', label: 'sum over a range' },
  { face: '\\mathbb{E}', latex: '\\mathbb{E}\\left[#0\\right]', text: 'E[', label: 'expectation' },
  INFINITY,
];

const RELATION_STRUCTURE: readonly Key[] = [
  LESS_OR_EQUAL,
  LESS,
  { face: '\\to', latex: '\\to', text: ' -> ', label: 'tends to' },
  { face: '\\Rightarrow', latex: '\\Rightarrow', text: ' => ', label: 'implies' },
  { face: '\\max', latex: '\\max\\left(#0\\right)', text: 'max(', label: 'maximum' },
  {
    face: '\\text{abc}',
    latex: '\\text{#?}',
    text: '\\text{',
    label: 'words, which are not judged',
  },
];

const SET_STRUCTURE: readonly Key[] = [
  { face: '\\cup', latex: '\\cup', text: ' u ', label: 'union' },
  { face: '\\setminus', latex: '\\setminus', text: ' \\setminus ', label: 'set without another' },
  { face: '\\{a\\}', latex: '\\left\\{#0\\right\\}', text: '{', label: 'braces of a set' },
  { face: '[a,b)', latex: '\\left[#?,#?\\right)', text: '[', label: 'half-open interval' },
  INFINITY,
  { face: '\\mathbb{R}', latex: '\\mathbb{R}', text: 'R', label: 'the real numbers' },
  { face: '\\emptyset', latex: '\\emptyset', text: '{}', label: 'the empty set' },
];

const COMPARISON_STRUCTURE: readonly Key[] = [
  { face: '=', latex: '=', text: ' = ', label: 'equal' },
  LESS,
  LESS_OR_EQUAL,
  { face: '\\ge', latex: '\\ge', text: ' >= ', label: 'greater or equal' },
  { face: '\\ne', latex: '\\ne', text: ' != ', label: 'not equal' },
  { face: '\\wedge', latex: '\\wedge', text: ' and ', label: 'and' },
  { face: '\\vee', latex: '\\vee', text: ' or ', label: 'or' },
];

const GROWTH_STRUCTURE: readonly Key[] = [
  { face: 'O(a)', latex: 'O\\left(#0\\right)', text: 'O(', label: 'grows at most as' },
  { face: '\\Theta(a)', latex: '\\Theta\\left(#0\\right)', text: 'Theta(', label: 'grows as' },
  {
    face: '\\Omega(a)',
    latex: '\\Omega\\left(#0\\right)',
    text: 'Omega(',
    label: 'grows at least as',
  },
  { face: '\\log', latex: '\\log', text: 'log ', label: 'logarithm' },
];

/** Keys beyond those that the symbols call for. */
export type MoreKeys = 'ranges' | 'relations' | 'sets' | 'comparisons' | 'growth';

const MORE: Readonly<Record<MoreKeys, readonly Key[]>> = {
  ranges: RANGE_STRUCTURE,
  relations: RELATION_STRUCTURE,
  sets: [...SET_STRUCTURE, ...COMPARISON_STRUCTURE],
  comparisons: COMPARISON_STRUCTURE,
  growth: GROWTH_STRUCTURE,
};

/** A symbol's macro name: MathLive takes letters only. */
export function macroName(id: string): string {
  const letters = id.replace(/[^A-Za-z]/g, (character) =>
    String.fromCharCode(97 + (character.charCodeAt(0) % 26)),
  );
  return `sym${letters}`;
}

/**
 * The part's own symbols first, then the structures that its shapes call for, and `more`: those of
 * integrals, sums and expectations, of relations between lines, of sets, of equations and inequalities,
 * or of classes of growth.
 */
export function keysOf(
  symbols: readonly DeclaredSymbol[],
  more?: MoreKeys,
): { own: Key[]; structures: Key[] } {
  const own = symbols.map(({ id, latex, type }) => ({
    face: latex,
    latex: `\\${macroName(id)}${type.kind === 'function' ? '\\left(#0\\right)' : ''}`,
    text: type.kind === 'function' ? `${latex}(` : `${latex} `,
    label: `symbol ${spoken(latex)}`,
  }));
  const matrices = symbols.some(({ type }) => isShaped(type));
  const functions = symbols.some(({ type }) => type.kind === 'function');
  const structures = [
    ...STRUCTURE,
    ...(matrices ? MATRIX_STRUCTURE : []),
    ...(functions ? FUNCTION_STRUCTURE : []),
    ...(more ? MORE[more] : []),
  ];
  return { own, structures };
}

function isShaped(type: DeclaredSymbol['type']): boolean {
  if (type.kind !== 'function') return type.kind === 'matrix';
  return [...type.from, type.to].some((shape) => shape.some((size) => size !== 1));
}

/**
 * A row of keys that type into the field which was used last. Where the fields of a part need other
 * keys, a row for each lies in the same place, so that nothing moves from under the pointer that
 * goes from one field to another.
 */
export function SymbolKeys({
  keyed,
  more,
  moreOfAll,
  ...rest
}: {
  keyed: readonly DeclaredSymbol[];
  more: MoreKeys | undefined;
  moreOfAll: readonly (MoreKeys | undefined)[];
  onKey: (key: Key) => void;
  disabled: boolean;
}) {
  return (
    <div className={classes.rowsOfKeys}>
      {[...new Set(moreOfAll)].map((each) => (
        <div key={each ?? ''} data-aside={each !== more || undefined}>
          <Keys {...{ keyed, more: each }} {...rest} />
        </div>
      ))}
    </div>
  );
}

function Keys({
  keyed,
  more,
  onKey,
  disabled,
}: {
  keyed: readonly DeclaredSymbol[];
  more: MoreKeys | undefined;
  onKey: (key: Key) => void;
  disabled: boolean;
}) {
  const { own, structures } = useMemo(() => keysOf(keyed, more), [keyed, more]);
  return (
    <Toolbar className={classes.keys} label="Symbols">
      {[...own, ...structures].map((key) => (
        <UnstyledButton
          key={key.label}
          className={classes.key}
          aria-label={`Insert ${key.label}`}
          disabled={disabled}
          // Keeps the caret in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onKey(key)}
        >
          <Tex authored>{key.face}</Tex>
        </UnstyledButton>
      ))}
    </Toolbar>
  );
}
