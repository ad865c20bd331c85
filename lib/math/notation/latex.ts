import { dimensionLatex } from '@/lib/math/core/dimension';
import type { FunctionName, RelationOperator, Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from './symbol-table';

const SUM = 1;
const SIGNED = 2;
const PRODUCT = 3;
const UNARY = 4;
const POWER = 5;
const ATOM = 6;

/** LaTeX of an expression; reading it again with the same table gives the same tree. */
export function toLatex(tree: Tree, table: SymbolTable): string {
  return print(tree, table).latex;
}

interface Printed {
  latex: string;
  /** How tightly it holds together: it needs parentheses where more is asked for. */
  level: number;
}

const RELATION_LATEX: Readonly<Record<RelationOperator, string>> = {
  '=': '=',
  '!=': '\\ne',
  '<': '<',
  '<=': '\\le',
  '>': '>',
  '>=': '\\ge',
};

/** Functions that TeX has a command for; the others are set as operator names. */
const TEX_FUNCTIONS: ReadonlySet<FunctionName> = new Set([
  'exp',
  'ln',
  'sin',
  'cos',
  'tan',
  'cot',
  'sec',
  'csc',
  'sinh',
  'cosh',
  'tanh',
  'coth',
  'arg',
  'det',
  'min',
  'max',
]);

function print(tree: Tree, table: SymbolTable): Printed {
  const at = (part: Tree, level: number) => {
    const { latex, level: own } = print(part, table);
    return own >= level ? latex : `\\left(${latex}\\right)`;
  };
  const plain = (part: Tree) => print(part, table).latex;
  // TeX has no double exponents: a symbol that is written with one is kept together by braces.
  const base = (part: Tree) => {
    const latex = at(part, ATOM);
    return part.kind === 'symbol' && /[\^']/.test(latex) ? `{${latex}}` : latex;
  };
  switch (tree.kind) {
    case 'number':
      return number(tree.text);
    case 'constant':
      return atom({ pi: '\\pi', e: 'e', i: 'i', infinity: '\\infty' }[tree.name]);
    case 'symbol':
      return atom(table.latexOf(tree.id));
    case 'negate':
      return { latex: `-${at(tree.operand, SIGNED)}`, level: SUM };
    case 'add':
      return { latex: `${at(tree.left, SUM)}+${at(tree.right, SIGNED)}`, level: SUM };
    case 'subtract':
      return { latex: `${at(tree.left, SUM)}-${at(tree.right, SIGNED)}`, level: SUM };
    case 'dot':
      return { latex: `${at(tree.left, SIGNED)}\\cdot ${at(tree.right, PRODUCT)}`, level: SIGNED };
    case 'multiply':
      return product(at(tree.left, PRODUCT), at(tree.right, UNARY), tree.right);
    case 'divide':
      return { latex: `\\frac{${plain(tree.left)}}{${plain(tree.right)}}`, level: ATOM };
    case 'power':
      return { latex: `${base(tree.left)}^{${plain(tree.right)}}`, level: POWER };
    case 'transpose':
      return { latex: `${base(tree.operand)}^{\\top}`, level: POWER };
    case 'bound':
      return atom(tree.name);
    case 'identity':
      return atom(tree.size === null ? 'I' : `I_{${dimensionLatex(tree.size)}}`);
    case 'size':
      return atom(dimensionLatex(tree.dimension));
    case 'norm': {
      const index = { 1: '_{1}', 2: '', infinity: '_{\\infty}' }[tree.order];
      return atom(`\\left\\|${plain(tree.operand)}\\right\\|${index}`);
    }
    case 'hadamard':
    case 'kronecker': {
      const sign = tree.kind === 'hadamard' ? '\\odot' : '\\otimes';
      return { latex: `${at(tree.left, SIGNED)}${sign} ${at(tree.right, PRODUCT)}`, level: SIGNED };
    }
    case 'inner':
      return atom(`\\left\\langle ${plain(tree.left)},${plain(tree.right)}\\right\\rangle`);
    case 'matrix': {
      const rows = tree.rows.map((row) => row.map(plain).join(' & ')).join(' \\\\ ');
      return atom(`\\begin{pmatrix}${rows}\\end{pmatrix}`);
    }
    case 'apply':
      return {
        latex: `${table.latexOf(tree.id)}${"'".repeat(tree.order)}\\left(${tree.args.map(plain).join(',')}\\right)`,
        level: POWER,
      };
    case 'entry': {
      const column = tree.column ? `,${plain(tree.column)}` : '';
      const operand = plain(tree.operand);
      const isPlain = tree.operand.kind === 'symbol' && !/[_^']/.test(operand);
      const shown = isPlain ? operand : `\\left(${operand}\\right)`;
      return atom(`${shown}_{${plain(tree.row)}${column}}`);
    }
    case 'sum':
    case 'product': {
      const sign = tree.kind === 'sum' ? '\\sum' : '\\prod';
      const range = `_{${tree.variable}=${plain(tree.from)}}^{${plain(tree.to)}}`;
      return { latex: `${sign}${range}${at(tree.body, SIGNED)}`, level: SUM };
    }
    case 'integral': {
      const range = `_{${plain(tree.from)}}^{${plain(tree.to)}}`;
      const body = plain(tree.body);
      return { latex: `\\int${range}${body}\\,d${tree.variable}`, level: SUM };
    }
    case 'between': {
      const ends = `_{${tree.variable}=${plain(tree.from)}}^{${tree.variable}=${plain(tree.to)}}`;
      return { latex: `\\left[${plain(tree.body)}\\right]${ends}`, level: POWER };
    }
    case 'limit': {
      const below = `_{${tree.variable}\\to ${plain(tree.target)}}`;
      return { latex: `\\lim${below}${at(tree.body, SIGNED)}`, level: SUM };
    }
    case 'expectation': {
      const below = tree.over === null ? '' : `_{${tree.over}}`;
      return atom(`\\mathbb{E}${below}\\left[${plain(tree.body)}\\right]`);
    }
    case 'derivative': {
      const by = plain(tree.by);
      const sign =
        tree.layout === 'gradient' ? `\\nabla_{${by}}` : `\\frac{\\partial}{\\partial ${by}}`;
      return { latex: `${sign}\\left(${plain(tree.operand)}\\right)`, level: PRODUCT };
    }
    case 'cases': {
      const rows = tree.branches.map(
        ({ value, condition }) =>
          `${plain(value)} & ${condition ? plain(condition) : '\\text{otherwise}'}`,
      );
      return atom(`\\begin{cases}${rows.join(' \\\\ ')}\\end{cases}`);
    }
    case 'indicator':
      return atom(`\\left[${plain(tree.condition)}\\right]`);
    case 'relation':
      return {
        latex: `${plain(tree.left)}${RELATION_LATEX[tree.operator]} ${plain(tree.right)}`,
        level: 0,
      };
    case 'call':
      return call(tree.name, tree.args, plain, base);
  }
}

function call(
  name: FunctionName,
  args: readonly Tree[],
  plain: (part: Tree) => string,
  base: (part: Tree) => string,
): Printed {
  const [first, second] = args;
  if (name === 'sqrt' && first) return atom(`\\sqrt{${plain(first)}}`);
  if (name === 'root' && first && second)
    return atom(`\\sqrt[{${plain(first)}}]{${plain(second)}}`);
  if (name === 'abs' && first) return atom(`\\left|${plain(first)}\\right|`);
  if (name === 'binomial' && first && second)
    return atom(`\\binom{${plain(first)}}{${plain(second)}}`);
  if (name === 'factorial' && first) return { latex: `${base(first)}!`, level: POWER };
  const inside = (parts: readonly Tree[]) => `\\left(${parts.map(plain).join(',')}\\right)`;
  if (name === 'log' && first && second) {
    return { latex: `\\log_{${plain(first)}}${inside([second])}`, level: POWER };
  }
  const command = TEX_FUNCTIONS.has(name) ? `\\${name}` : `\\operatorname{${name}}`;
  return { latex: command + inside(args), level: POWER };
}

/** Juxtaposed numbers would run together. */
function product(left: string, right: string, factor: Tree): Printed {
  const runsTogether = /^[\d.]/.test(right) || startsWithNumber(factor);
  if (runsTogether) return { latex: `${left}\\left(${right}\\right)`, level: PRODUCT };
  const space = right.startsWith('\\left(') ? '' : '\\,';
  return { latex: left + space + right, level: PRODUCT };
}

function startsWithNumber(tree: Tree): boolean {
  if (tree.kind === 'number') return true;
  return (
    (tree.kind === 'power' || tree.kind === 'multiply' || tree.kind === 'dot') &&
    startsWithNumber(tree.left)
  );
}

function number(text: string): Printed {
  const [, mantissa, exponent] = /^([\d.]+)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  if (mantissa === undefined || exponent === undefined) return atom(text);
  // The literal stays one token, so that it is read back as the same exact number.
  return atom(`${mantissa}e${exponent}`);
}

function atom(latex: string): Printed {
  return { latex, level: ATOM };
}
