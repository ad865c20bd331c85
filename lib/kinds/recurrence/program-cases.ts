import type { z } from 'zod';
import type { GoldenPart } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import type { authoredRecurrence } from './authoring';

/** Golden answers for recursions of which a program finds the true values. */

type Part = GoldenPart<z.input<typeof authoredRecurrence>, FieldsAnswer>;

/** Convolutions with holes between the pixels that they see, and pixels beyond the edge. */
const dilated: Part = {
  part: {
    model: 'program',
    inputs: {
      layers: '1..3',
      kernel: { range: '1..4', count: 'layers' },
      stride: { range: '1..3', count: 'layers' },
      dilation: { range: '1..3', count: 'layers' },
      padding: { range: '0..2', count: 'layers' },
    },
    program: [
      '# Where the pixels that neuron i of layer l sees begin and end, tap by tap',
      'seen(l, i, t) = i * stride[l] - padding[l] + t * dilation[l]',
      'first(l, i) = l == 0 ? i : min(map(0:kernel[l] - 1, f(t) = first(l - 1, seen(l, i, t))))',
      'last(l, i) = l == 0 ? i : max(map(0:kernel[l] - 1, f(t) = last(l - 1, seen(l, i, t))))',
      'R = map(1:layers, f(l) = last(l, 0) - first(l, 0) + 1)',
      'R_before = map(1:layers, f(l) = last(l - 1, 0) - first(l - 1, 0) + 1)',
      'S_before = map(1:layers, f(l) = first(l - 1, 1) - first(l - 1, 0))',
      'begin = map(1:layers, f(l) = first(l, 0))',
      'begin_before = map(1:layers, f(l) = first(l - 1, 0))',
    ].join('\n'),
    symbols: {
      R_before: { latex: 'R_{k-1}' },
      S_before: { latex: 'S_{k-1}' },
      b_before: { latex: 'b_{k-1}' },
      r_k: { latex: 'r_k' },
      d_k: { latex: 'd_k' },
      p_k: { latex: 'p_k' },
      R_k: { latex: 'R_k' },
      b_k: { latex: 'b_k' },
    },
    roles: {
      R_before: 'R_before',
      S_before: 'S_before',
      b_before: 'begin_before',
      r_k: 'kernel',
      d_k: 'dilation',
      p_k: 'padding',
      R_k: 'R',
      b_k: 'begin',
    },
    fields: {
      R: { label: 'R_k', quantity: 'R', reference: 'R_{k-1} + d_k (r_k - 1) S_{k-1}', points: 2 },
      b: { label: 'b_k', quantity: 'begin', reference: 'b_{k-1} - p_k S_{k-1}', points: 1 },
    },
  },
  points: 3,
  cases: [
    {
      name: 'written otherwise',
      answer: {
        fields: { R: 'R_{k-1} + (d_k r_k - d_k) S_{k-1}', b: 'b_k = -p_k S_{k-1} + b_{k-1}' },
      },
      points: 3,
      verdict: 'right',
      says: 'the true values',
    },
    {
      name: 'the holes are forgotten',
      answer: { fields: { R: 'R_{k-1} + (r_k - 1) S_{k-1}', b: 'b_{k-1} - p_k S_{k-1}' } },
      points: 1,
      verdict: 'wrong',
      says: 'does not agree with the true values',
    },
    {
      name: 'the padding counts as seen',
      answer: {
        fields: { R: 'R_{k-1} + d_k (r_k - 1) S_{k-1} + 2 p_k', b: 'b_{k-1} + p_k S_{k-1}' },
      },
      points: 0,
      verdict: 'wrong',
    },
    {
      name: 'the stride before is forgotten',
      answer: { fields: { R: 'R_{k-1} + d_k (r_k - 1)', b: 'b_{k-1} - p_k' } },
      points: 0,
      verdict: 'wrong',
    },
    {
      name: 'through itself',
      answer: { fields: { R: 'R_k', b: 'b_{k-1} - p_k S_{k-1}' } },
      points: 1,
      verdict: 'wrong',
      says: 'through itself',
    },
    {
      name: 'not readable',
      answer: { fields: { R: 'R_{k-1} + d_k (r_k - 1', b: 'b_{k-1} - p_k S_{k-1}' } },
      points: 1,
      verdict: 'review',
      says: 'could not be read',
    },
  ],
};

/** The longest common subsequence of two words, over two letters. */
const subsequence: Part = {
  part: {
    model: 'program',
    inputs: {
      n: '1..4',
      m: '1..4',
      a: { range: '1..2', count: 'n' },
      b: { range: '1..2', count: 'm' },
    },
    program: [
      '# By the last pair of letters that are matched',
      'ending(p, q) = a[p] == b[q] ? 1 + longest(p - 1, q - 1) : 0',
      'longest(i, j) = i < 1 or j < 1 ? 0 : max(map(1:i, f(p) = max(map(1:j, g(q) = ending(p, q)))))',
      'at(c) = ceil(c / m)',
      'to(c) = mod(c - 1, m) + 1',
      'L = map(1:n * m, f(c) = longest(at(c), to(c)))',
      'above = map(1:n * m, f(c) = longest(at(c) - 1, to(c)))',
      'left = map(1:n * m, f(c) = longest(at(c), to(c) - 1))',
      'diagonal = map(1:n * m, f(c) = longest(at(c) - 1, to(c) - 1))',
      'same = map(1:n * m, f(c) = number(a[at(c)] == b[to(c)]))',
    ].join('\n'),
    symbols: {
      A: { latex: 'L_{i-1,j}', aliases: ['A'] },
      B: { latex: 'L_{i,j-1}', aliases: ['B'] },
      D: { latex: 'L_{i-1,j-1}', aliases: ['D'] },
      e: { latex: 'e_{ij}' },
    },
    roles: { A: 'above', B: 'left', D: 'diagonal', e: 'same' },
    fields: {
      L: { label: 'L_{i,j}', quantity: 'L', reference: '\\max(A, B, D + e)', points: 1 },
    },
  },
  points: 1,
  cases: [
    {
      name: 'the three cases',
      answer: { fields: { L: '\\max(L_{i-1,j}, L_{i,j-1}, L_{i-1,j-1} + e_{ij})' } },
      points: 1,
      verdict: 'right',
    },
    {
      name: 'matched wherever it can be',
      answer: { fields: { L: 'e_{ij}(D + 1) + (1 - e_{ij})\\max(A, B)' } },
      points: 1,
      verdict: 'right',
    },
    {
      name: 'common substrings',
      answer: { fields: { L: 'e_{ij}(D + 1)' } },
      points: 0,
      verdict: 'wrong',
    },
    {
      name: 'a letter counts twice',
      answer: { fields: { L: '\\max(A, B) + e_{ij}' } },
      points: 0,
      verdict: 'wrong',
    },
  ],
};

export const programParts: readonly Part[] = [dilated, subsequence];
