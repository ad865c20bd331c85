import type { Room } from './room';

const NUMBERS = ['lib/math/numbers/'];
const FUNCTIONS = [...NUMBERS, 'lib/math/functions/'];
const ARITHMETIC = [...FUNCTIONS, 'lib/math/arithmetic/'];
const CORE = ['lib/result', ...FUNCTIONS, 'lib/math/core/'];
const NOTATION = [...CORE, 'lib/math/notation/'];
const TYPES = [...NOTATION, 'lib/math/types/'];
const EVALUATE = [...TYPES, 'lib/math/arithmetic/', 'lib/math/evaluate/'];
const LANGUAGE = [...EVALUATE, 'lib/math/language/'];
const READING = [...TYPES, 'lib/math/language/', 'lib/math/reading/'];

/** The rooms of mathematics, from numbers up to answers; part of the table in `import-table.ts`. */
export const mathRooms: readonly Room[] = [
  {
    files: 'lib/math/numbers/**',
    holds: 'floats and balls with proven bounds, matrices, and what an arithmetic is',
    imports: NUMBERS,
    packages: [],
  },
  {
    files: 'lib/math/functions/**',
    holds: 'each function of the language: names, arity, and what it is in every arithmetic',
    imports: FUNCTIONS,
    packages: [],
  },
  {
    files: 'lib/math/arithmetic/**',
    holds: 'the arithmetics: floats, balls, complex and dual numbers',
    imports: ARITHMETIC,
    packages: [],
  },
  {
    files: 'lib/math/core/**',
    holds: 'trees, declarations, domains, errors: what all of mathematics speaks of',
    imports: CORE,
    packages: [],
  },
  {
    files: 'lib/math/notation/**',
    holds: 'how mathematics is written: tokens, names, layout, typesetting',
    imports: NOTATION,
    packages: [],
  },
  {
    files: 'lib/math/types/**',
    holds: 'units of quantities, and functions put in where they are applied',
    imports: TYPES,
    packages: [],
  },
  {
    files: 'lib/math/evaluate/**',
    holds: 'values of sums, integrals, limits and derivatives, and points to take them at',
    imports: EVALUATE,
    packages: [],
  },
  {
    files: 'lib/math/language/**',
    holds: 'the constructs: how each is read, its shape, its value, its print',
    imports: LANGUAGE,
    packages: [],
  },
  {
    files: 'lib/math/reading/**',
    holds: 'from text to a tree',
    imports: READING,
    packages: [],
  },
  {
    files: 'lib/math/claims/**',
    holds: 'the lines of proofs: relations, roles, words',
    imports: [...READING, 'lib/math/claims/'],
    packages: [],
  },
  {
    files: 'lib/math/compare/**',
    holds: 'whether two trees are equal, the witness where not, and what may be the slip',
    imports: [...LANGUAGE, 'lib/math/compare/'],
    packages: [],
  },
  {
    files: 'lib/math/{sets,families,growth}/**',
    holds: 'answers that are no values: sets, relations, families of functions, classes of growth',
    imports: [...LANGUAGE, 'lib/math/reading/', 'lib/math/compare/', 'lib/math/sets/'],
    packages: [],
  },
  {
    files: 'lib/math/programs/**',
    holds: 'reference programs of authors, run step by step in a room without doors',
    imports: ['lib/result', 'lib/math/core/'],
    packages: ['mathjs'],
  },
  {
    files: 'lib/math/{golden,testing}/**',
    holds: 'pairs that are equal or not, hostile inputs, tables for tests',
    imports: ['lib/result', 'lib/math/'],
    packages: [],
  },
];
