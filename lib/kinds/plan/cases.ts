import type { z } from 'zod';
import type { GoldenPart } from '@/lib/kinds/contract';
import { brokenPlans } from '@/lib/kinds/plan/golden/broken-cases';
import { type Case, REST, right, wrong } from '@/lib/kinds/plan/golden/case-of';
import type { PlanAnswer } from './answer';
import type { authoredPlan } from './authoring';

type Part = GoldenPart<z.input<typeof authoredPlan>, PlanAnswer>;

const gradients: Part['part'] = {
  symbols: {
    JgL: {
      latex: 'J_g^{\\mathcal{L}}',
      aliases: ['J_g^L', '\\frac{\\partial\\mathcal{L}}{\\partial g}'],
      shape: [1, 'n_g'],
    },
    Jfg: { latex: 'J_f^g', aliases: ['\\frac{\\partial g}{\\partial f}'], shape: ['n_g', 'n_f'] },
    Jvg: { latex: 'J_v^g', shape: ['n_g', 'n_v'] },
    Jwf: { latex: 'J_w^f', shape: ['n_f', 'n_w'] },
    Jxf: { latex: 'J_x^f', shape: ['n_f', 'n_x'] },
  },
  outputs: {
    d_v: {
      label: '\\nabla_v \\mathcal{L}',
      left_sides: ['dv', '\\frac{\\partial\\mathcal{L}}{\\partial v}', 'J_v^{\\mathcal{L}}'],
      reference: 'JgL Jvg',
    },
    d_w: {
      label: '\\nabla_w \\mathcal{L}',
      left_sides: ['dw', '\\frac{\\partial\\mathcal{L}}{\\partial w}', 'J_w^{\\mathcal{L}}'],
      reference: 'JgL Jfg Jwf',
    },
    d_x: {
      label: '\\nabla_x \\mathcal{L}',
      left_sides: ['dx', '\\frac{\\partial\\mathcal{L}}{\\partial x}', 'J_x^{\\mathcal{L}}'],
      reference: 'JgL Jfg Jxf',
    },
  },
  sizes: { n_g: 100, n_f: 200, n_v: 500, n_w: 1000, n_x: 300 },
  shares: { outputs: 1.5, order: 0.75, reuse: 0.75 },
};

const rightPlans: Case[] = [
  right('rows, named a', 'a = J_g^{\\mathcal L} J_f^g', 'd_w = a J_w^f', ...REST),
  right(
    'columns, named by a Greek letter',
    '\\delta = (J_f^g)^\\top (J_g^L)^\\top',
    '\\nabla_w\\mathcal{L} = (J_w^f)^\\top \\delta',
    '\\nabla_x\\mathcal{L} = (J_x^f)^\\top\\delta',
    '\\nabla_v\\mathcal{L} = (J_v^g)^\\top (J_g^L)^\\top',
  ),
  right(
    'a word as a name, plain text',
    'tmp = JgL * Jfg',
    'dw = tmp * Jwf',
    'dx = tmp * Jxf',
    'dv = JgL * Jvg',
  ),
  right(
    'a word with an index',
    'tmp_1 = JgL Jfg',
    'd_w = tmp_1 Jwf',
    'd_x = tmp_1 Jxf',
    'dv = JgL Jvg',
  ),
  right(
    'a prime, and transposition taken back',
    "s' = (J_f^g)^T (J_g^L)^T",
    "d_w = (s')^T J_w^f",
    "d_x = (s')^T J_x^f",
    'd_v = J_g^L J_v^g',
  ),
  right(
    'a left side that is transposed',
    'a^\\top = (J_f^g)^\\top (J_g^L)^\\top',
    'd_w = a J_w^f',
    ...REST,
  ),
  right(
    'a derivative as a name',
    '\\frac{\\partial\\mathcal{L}}{\\partial f} = \\frac{\\partial\\mathcal{L}}{\\partial g}\\frac{\\partial g}{\\partial f}',
    '\\frac{\\partial\\mathcal{L}}{\\partial w} = \\frac{\\partial\\mathcal{L}}{\\partial f} J_w^f',
    '\\frac{\\partial\\mathcal{L}}{\\partial x} = \\frac{\\partial\\mathcal{L}}{\\partial f} J_x^f',
    '\\frac{\\partial\\mathcal{L}}{\\partial v} = J_g^L J_v^g',
  ),
  right(
    'a chain counts at its first expression',
    'a = J_g^L J_f^g',
    'd_w = a J_w^f = J_g^L (J_f^g J_w^f)',
    ...REST,
  ),
  right('a name for what is given', 'b = J_g^L', 'a = b J_f^g', 'd_w = a J_w^f', ...REST),
  right('a cheap line that nothing needs', 'a = J_g^L J_f^g', 'c = 2 a', 'd_w = a J_w^f', ...REST),
  right('a sum and a scalar', 'a = J_g^L J_f^g', 'c = a + a', 'd_w = \\frac12 c J_w^f', ...REST),
  right('empty lines between', '', 'a = J_g^L J_f^g', ' ', 'd_w = a J_w^f', ...REST),
  right(
    'spaces and colons as visual fields store them',
    '\\left(1\\right)\\:a\\:=\\:J_{g}^{L}J_{f}^{g}',
    'd_{w}\\coloneq\\:a\\:J_{w}^{f}',
    'd_{x}\\:\\coloneq aJ_{x}^{f}',
    'd_{v}\\:=\\:J_{g}^{L}J_{v}^{g}',
  ),
  right('colons and full stops', 'a := J_g^L J_f^g.', 'd_w := a J_w^f.', ...REST),
  right(
    'a line that cannot be read and nothing needs',
    'first a',
    'a = J_g^L J_f^g',
    'd_w = a J_w^f',
    ...REST,
  ),
  right(
    'several steps in a line, with arrows for equals signs',
    'a \\leftarrow J_g^L J_f^g,\\quad d_v \\leftarrow J_g^L J_v^g',
    'd_w := a J_w^f; d_x := a J_x^f',
  ),
  right(
    'names behind',
    'J_g^L J_f^g = a',
    'a J_w^f \\to d_w',
    'a J_x^f \\to d_x',
    'J_g^L J_v^g \\to d_v',
  ),
  right(
    'words in front and behind',
    'First compute a = J_g^L J_f^g',
    'Step 2: d_w = a J_w^f (reuse a)',
    '\\text{Finally, } d_x = a J_x^f',
    'then d_v = J_g^L J_v^g',
  ),
  right(
    'the bars of backpropagation',
    '\\bar g = J_g^L',
    '\\bar f = \\bar g J_f^g',
    '\\bar v = \\bar g J_v^g',
    '\\bar w = \\bar f J_w^f, \\bar x = \\bar f J_x^f',
  ),
];

const wastefulPlans: Case[] = [
  wrong(
    'the same product twice, inlined',
    2.25,
    'is computed in line 1 and again in line 2',
    'd_w = J_g^L J_f^g J_w^f',
    'd_x = J_g^L J_f^g J_x^f',
    'd_v = J_g^L J_v^g',
  ),
  wrong(
    'the same product twice, once as a column',
    2.25,
    'again in line 2',
    'd_w = (J_g^L J_f^g) J_w^f',
    'b = (J_f^g)^\\top (J_g^L)^\\top',
    'd_x = (J_x^f)^\\top b',
    'd_v = J_g^L J_v^g',
  ),
  wrong(
    'matrices first, as a named step',
    2.25,
    'Line 1, $J_f^g J_w^f$, is a matrix–matrix product: 20\u202f000\u202f000 multiply-adds where $a J_w^f$ needs 200\u202f000',
    'M = J_f^g J_w^f',
    'd_w = J_g^L M',
    'a = J_g^L J_f^g',
    ...REST,
  ),
  wrong(
    'matrices first, in parentheses',
    2.25,
    'matrix–matrix product',
    'd_w = J_g^L (J_f^g J_w^f)',
    'd_x = J_g^L (J_f^g J_x^f)',
    'd_v = J_g^L J_v^g',
  ),
  wrong(
    'a dear line that nothing needs',
    2.25,
    'Line 2, $M$, is used by no output',
    'a = J_g^L J_f^g',
    'M = J_f^g J_w^f',
    'd_w = a J_w^f',
    ...REST,
  ),
  wrong(
    'both wastes',
    1.5,
    'matrix–matrix product',
    'M = J_f^g J_w^f',
    'N = (J_w^f)^T (J_f^g)^T',
    'd_w = J_g^L M + 0 (J_g^L N^T)',
    'd_x = (J_g^L J_f^g) J_x^f',
    'd_v = J_g^L J_v^g',
  ),
];

/** Sharing that costs an order: with many vectors it pays to multiply the matrices first. */
const shared: Part = {
  part: {
    symbols: {
      A: { latex: 'A', shape: ['n', 'n'] },
      B: { latex: 'B', shape: ['n', 'n'] },
      u: { latex: 'u', shape: ['n', 2] },
      v: { latex: 'v', shape: ['n', 2] },
      w: { latex: 'w', shape: ['n', 2] },
    },
    outputs: {
      p: { label: 'p', reference: 'A B u' },
      q: { label: 'q', reference: 'A B v' },
      r: { label: 'r', reference: 'A B w' },
    },
    sizes: { n: 3 },
    shares: { outputs: 1, order: 1, reuse: 1 },
  },
  points: 3,
  cases: [
    right('the matrices first, for all three', 'M = A B', 'p = M u', 'q = M v', 'r = M w'),
    {
      name: 'each at its own best, which is more together',
      answer: { steps: ['p = A (B u)', 'q = A (B v)', 'r = A (B w)'] },
      points: 2,
      verdict: 'wrong',
      says: 'would serve more than one output',
    },
  ],
};

export const golden: readonly Part[] = [
  { part: gradients, points: 3, cases: [...rightPlans, ...wastefulPlans, ...brokenPlans] },
  shared,
];
