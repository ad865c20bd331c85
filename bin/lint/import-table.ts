import { mathRooms } from './math-rooms';
import type { Room } from './room';

/** What every kind of answer builds on. */
const KIND = ['lib/result', 'lib/math/', 'lib/exam/', 'lib/ui/', 'lib/kinds/*'];
const FIELDS = [...KIND, 'lib/kinds/fields/'];
const LINES = [...FIELDS, 'lib/kinds/lines/'];
const PLAN_PROGRAM = [...LINES, 'lib/kinds/plan/answer', 'lib/kinds/plan/program/'];
const PROOF_READING = [...LINES, 'lib/kinds/proof/answer', 'lib/kinds/proof/reading/'];
const PROOF_REASONING = [...PROOF_READING, 'lib/kinds/proof/reasoning/'];
const PROOF = [...LINES, 'lib/kinds/proof/'];

/** The database, which data and mutations reach and nobody else. */
const DATABASE = ['lib/server/db', 'lib/server/prisma-client/', '@prisma/', 'pg'];

/** What a feature shows of itself to the others. */
const OTHER_FEATURES = [
  'lib/features/*/*data',
  'lib/features/*/*mutations',
  'lib/features/*/policy',
  'lib/features/*/schema',
  'lib/features/*/session',
  'lib/features/*/components/',
];
const FEATURE = [
  'lib/result',
  'lib/exam/',
  'lib/kinds/',
  'lib/ui/',
  ...OTHER_FEATURES,
  'lib/features/<feature>/',
];

/** What has the key, or makes grades: in no browser. */
const GRADING = ['lib/kinds/exams/', 'lib/kinds/registry/graders', 'lib/kinds/registry/authoring'];

/**
 * Who may import whom: one row a room. `npm run rooms` makes the linter's configuration
 * (`biome.imports.json`) and the table in `docs/architecture.md` from it.
 *
 * Within a folder imports are written `./name`, across folders `@/path/from/the/root`; a room's own
 * folder is always allowed. Tests may import anything.
 */
export const rooms: readonly Room[] = [
  ...mathRooms,
  {
    files: 'lib/exam/**',
    holds: 'the rules of exams: format, deadlines, scores, release',
    imports: ['lib/exam/'],
    packages: ['zod', 'yaml'],
  },
  {
    files: 'lib/ui/**',
    holds: 'components and theme that know nothing of exams',
    imports: ['lib/ui/'],
    never: DATABASE,
    packages: 'any',
  },
  {
    files: 'lib/kinds/*',
    holds: 'the contract of a kind of answer',
    imports: ['lib/result', 'lib/math/core/', 'lib/exam/', 'lib/ui/'],
    never: DATABASE,
    packages: 'any',
  },
  {
    files: 'lib/kinds/*/**',
    holds: 'one kind of answer in each folder; none imports another',
    imports: LINES,
    never: DATABASE,
    packages: 'any',
  },
  {
    files: 'lib/kinds/fields/**',
    holds: 'what kinds with formula fields share',
    imports: FIELDS,
    never: DATABASE,
    packages: 'any',
  },
  {
    files: 'lib/kinds/formula/**',
    holds: 'the kind itself; what may be asked of a field besides a value, a form in each file',
    imports: [...LINES, 'lib/kinds/formula/'],
    never: DATABASE,
    packages: 'any',
  },
  {
    files: 'lib/kinds/derivation/**',
    holds:
      'the kind itself, values that are derived, parameters that are estimated, laws of which nothing is known',
    imports: [...LINES, 'lib/kinds/derivation/'],
    never: DATABASE,
    packages: 'any',
  },
  {
    files: 'lib/kinds/plan/**',
    holds: 'the kind itself, its pictures and golden answers',
    imports: [...LINES, 'lib/kinds/plan/'],
    never: DATABASE,
    packages: 'any',
  },
  {
    files: 'lib/kinds/plan/program/**',
    holds: 'the lines of a plan as a program over the part’s symbols',
    imports: PLAN_PROGRAM,
    never: DATABASE,
    packages: [],
  },
  {
    files: 'lib/kinds/plan/cost/**',
    holds: 'what a program costs, the best plan, and where more is done than it needs',
    imports: [...PLAN_PROGRAM, 'lib/kinds/plan/cost/'],
    never: DATABASE,
    packages: [],
  },
  {
    files: 'lib/kinds/proof/reading/**',
    holds: 'lines of a proof as claims over the part’s symbols',
    imports: PROOF_READING,
    never: DATABASE,
    packages: [],
  },
  {
    files: 'lib/kinds/proof/reasoning/**',
    holds: 'whether a claim follows, and a counterexample where not',
    imports: PROOF_REASONING,
    never: DATABASE,
    packages: ['z3-solver'],
  },
  {
    files: 'lib/kinds/proof/reasoning/algebra/**',
    holds: 'polynomials over atoms, and their normal forms',
    imports: [...PROOF_READING, 'lib/kinds/proof/reasoning/algebra/'],
    never: DATABASE,
    packages: [],
  },
  {
    files: 'lib/kinds/proof/reasoning/digits.ts',
    holds: 'the only numbers of many digits',
    imports: PROOF_REASONING,
    packages: ['decimal.js'],
  },
  {
    files: 'lib/kinds/proof/{judging,golden}/**',
    holds: 'what the lines earn',
    imports: PROOF,
    never: DATABASE,
    packages: ['zod'],
  },
  {
    files: 'lib/kinds/proof/*',
    holds: 'the kind itself',
    imports: PROOF,
    never: DATABASE,
    packages: 'any',
  },
  {
    files: 'lib/kinds/registry/**',
    holds: 'all kinds side by side, written by `npm run kinds`',
    imports: ['lib/kinds/'],
    never: DATABASE,
    packages: 'any',
  },
  {
    files: 'lib/kinds/exams/**',
    holds: 'what is made of all kinds: an exam is read, checked and graded part by part',
    imports: ['lib/result', 'lib/exam/', 'lib/math/', 'lib/kinds/'],
    never: DATABASE,
    packages: ['zod', 'node:crypto', 'node:fs/promises', 'node:path'],
  },
  {
    files: 'lib/kinds/exams/pictures/**',
    holds: 'the pictures beside an exam: found, read, and which of them belong to the key',
    imports: ['lib/result', 'lib/exam/', 'lib/kinds/exams/', 'lib/ui/typeset/'],
    never: DATABASE,
    packages: ['node:crypto', 'node:fs/promises', 'node:path'],
  },
  {
    files: 'lib/kinds/exams/findings/**',
    holds: 'what an author should know of an exam file, a rule in each file',
    imports: ['lib/result', 'lib/exam/', 'lib/math/', 'lib/kinds/', 'lib/ui/typeset/'],
    never: DATABASE,
    packages: ['zod'],
  },
  {
    files: 'lib/server/**',
    holds: 'database, clock, audit, jobs, settings, errors',
    imports: ['lib/result', 'lib/exam/', 'lib/server/'],
    packages: 'any',
  },
  {
    files: 'lib/features/<feature>/**',
    holds: 'one domain in each folder: policy, actions, rules',
    imports: [...FEATURE, 'lib/server/'],
    never: DATABASE,
    packages: 'any',
  },
  {
    files: 'lib/features/<feature>/*{data,mutations}.ts',
    holds: 'what is read from the database and written to it',
    imports: [...FEATURE, 'lib/server/'],
    packages: 'any',
  },
  {
    files: 'lib/features/<feature>/components/**',
    holds: 'screens, which run in browsers: no server, no key, no grader',
    imports: FEATURE,
    never: GRADING,
    packages: 'any',
  },
  {
    files: 'app/**',
    holds: 'pages: thin, made of features',
    imports: ['lib/features/', 'lib/kinds/', 'lib/ui/'],
    packages: 'any',
  },
  {
    files: 'app/api/**',
    holds: 'routes: thin, made of features',
    imports: ['lib/features/', 'lib/kinds/', 'lib/server/http', 'lib/server/live/event-stream'],
    packages: 'any',
  },
];
