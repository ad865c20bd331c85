import { describe, expect, it } from 'vitest';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { toLatex } from '@/lib/math/language/latex';
import { read } from '@/lib/math/reading/read';
import { readOf, tableOf } from '@/lib/math/testing/tables';

const scalar = (id: string, latex: string, aliases: readonly string[] = []): SymbolDeclaration => ({
  id,
  latex,
  aliases,
  type: { kind: 'scalar', domain: 'real' },
});

const lambda = scalar('lambda', '\\lambda', ['f']);
const slope = scalar('dT', '\\frac{\\partial T}{\\partial\\lambda}', ['\\frac{dT}{d\\lambda}']);
const gradient = scalar('grad', '\\nabla_w f', ['\\nabla f', '\\nabla_w\\lambda']);
const table = tableOf([lambda, scalar('y', 'y'), slope, gradient]);

const latexOf = (typed: string, symbols = table) => toLatex(readOf(typed, symbols).tree, symbols);

describe('a derivative with a slash', () => {
  it.each([
    ['dT/dlambda', '\\frac{\\partial T}{\\partial\\lambda}'],
    ['dT / dlambda', '\\frac{\\partial T}{\\partial\\lambda}'],
    ['∂T/∂λ', '\\frac{\\partial T}{\\partial\\lambda}'],
    ['y dT/dlambda y', 'y\\,\\frac{\\partial T}{\\partial\\lambda}\\,y'],
    ['dT/y', '\\frac{\\frac{\\partial T}{\\partial\\lambda}}{y}'],
  ])('%s is the declared one, also where its upper part is a name', (typed, latex) => {
    expect(latexOf(typed)).toBe(latex);
  });
});

describe('the word grad', () => {
  it.each([
    ['grad f', '\\nabla_w f'],
    ['grad_w f', '\\nabla_w f'],
    ['grad_w lambda', '\\nabla_w f'],
    ['-y/lambda grad f y', '-\\frac{y}{\\lambda}\\,\\nabla_w f\\,y'],
    ['2 grad', '2\\,\\nabla_w f'],
    ['grad + y', '\\nabla_w f+y'],
  ])('%s', (typed, latex) => {
    expect(latexOf(typed)).toBe(latex);
  });

  it('is no declared gradient of something else', () => {
    expect(read('grad y', table).ok).toBe(false);
  });

  it('is what its author says it is', () => {
    const other = tableOf([scalar('grad', 'g'), scalar('y', 'y')]);
    expect(latexOf('grad y', other)).toBe('g\\,y');
  });

  it('is a product of letters only where no function follows', () => {
    const letters = tableOf(['g', 'r', 'a', 'd', 'x'].map((letter) => scalar(letter, letter)));
    expect(latexOf('grad', letters)).toBe('g\\,r\\,a\\,d');
  });
});
