import type { Check } from '@/lib/exam/check';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import type { GradeInput } from '@/lib/kinds/contract';
import { type FieldsAnswer, fieldText } from '@/lib/kinds/fields/answer';
import { asDeclared, readByConvention } from '@/lib/kinds/fields/conventions';
import type { ReadField } from '@/lib/kinds/fields/read-field';
import { shapeWords } from '@/lib/kinds/fields/shape-words';
import { judgeUnread } from '@/lib/kinds/fields/unread';
import { checkOf, type Judged, leftEmpty, needsPerson, wrong } from '@/lib/kinds/judged';
import { compare } from '@/lib/math/compare/compare';
import type { CompareOptions, Outcome } from '@/lib/math/compare/outcome';
import { compareWithin } from '@/lib/math/compare/tolerance';
import { atPoint } from '@/lib/math/compare/witness/witness';
import type { Shape } from '@/lib/math/core/declaration';
import { sameShape } from '@/lib/math/core/dimension';
import { sameTree } from '@/lib/math/core/same-tree';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { isZero } from '@/lib/math/core/zero-form';
import { toLatex } from '@/lib/math/language/latex';
import type { Mathjs } from '@/lib/math/programs/mathjs';
import { dimensionsLatex, dimensionsOf, sameDimensions } from '@/lib/math/types/units';
import type { FormulaKey, FormulaSpec } from './answer';
import { brokenLink } from './chain-links';
import { compareWithProgram, type ProgramOutcome } from './compare-program';
import { followOnDefinitions } from './follow-on';
import { formChecks } from './form-checks';
import { notWorkedOut } from './not-worked-out';
import { type PreparedField, type PreparedFormula, prepareFormula } from './prepare';
import { mathjsFor } from './prepare-program';

type Input = GradeInput<FormulaSpec, FormulaKey, FieldsAnswer>;

interface JudgedField extends Judged {
  /** The answer, where it could be read. */
  tree?: Tree;
}

/**
 * Judges each field by typed equality with the author's reference (`lib/math/compare/compare`), within
 * the author's tolerance, or by the values of the author's program (`compare-program.ts`), and beside
 * it each form that the field asks for. What is no value is judged in a way of its own (`asks/`).
 */
export async function grade(input: Input): Promise<Check[]> {
  return gradeWith(await mathjsFor(input.key), input);
}

/** The same with what the programs of the key are read with; null where it has none. */
export function gradeWith(mathjs: Mathjs | null, input: Input): Check[] {
  const prepared = prepareFormula(input.spec, input.key, input.points, mathjs);
  return prepared.fields.flatMap((field) => {
    if (field.asks !== 'value') {
      const text = fieldText(input.answer, field.name);
      return [checkOf(field.name, field.points, field.judge(text, `${input.seed}/${field.name}`))];
    }
    const { tree, ...judged } = judgeField(field, prepared, input);
    const forms = field.forms.reduce((sum, { credit }) => sum + credit, 0);
    const value = checkOf(field.name, field.points * (1 - forms), judged);
    const seed = `${input.seed}/${field.name}`;
    return [value, ...formChecks(field, tree ?? null, value, prepared, seed)];
  });
}

function judgeField(field: PreparedField, prepared: PreparedFormula, input: Input): JudgedField {
  const text = fieldText(input.answer, field.name);
  const label = `$${field.label}$`;
  if (text.trim() === '') return leftEmpty(label);
  const read = readByConvention(text, prepared.conventions, field.leftSides);
  if (!read.ok) return judgeUnread(label, text, read.error);
  const { reading } = read.value;
  const forbidden = notAllowed(reading, input.key) ?? asItself(field.name, reading, input.key);
  if (forbidden)
    return wrong(`${label}: ${forbidden}`, 'Uses a symbol that the part does not allow.');
  const tree = asDeclared(read.value, input.spec.eitherOrientation);
  const isZeroAsked = field.reference !== null && isZero(field.reference);
  if (isZero(tree) || isZeroAsked || shapesFit(field, reading.shape)) {
    const judged = judgeValue(field, tree, prepared, input);
    return { ...whole(judged, { field, tree, reading }, prepared, input), tree };
  }
  const misconceived = findMisconception(field, tree, prepared, input);
  if (misconceived) return misconceived;
  return wrong(
    `${label} should be ${shapeWords(field.shape)}, but your answer is ${shapeWords(reading.shape)}.`,
  );
}

/** A right value counts where it is worked out, and where every link of its chain holds. */
function whole(
  judged: Judged,
  { field, tree, reading }: { field: PreparedField; tree: Tree; reading: ReadField },
  prepared: PreparedFormula,
  input: Input,
): Judged {
  if (judged.verdict !== 'right') return judged;
  // With the form `no_integral` that is a check of its own, with a credit of its own.
  const isAsked = !field.unevaluated && !field.forms.some(({ form }) => form === 'no_integral');
  const left = isAsked ? notWorkedOut(tree, field.reference) : null;
  if (left) {
    const latex = toLatex(left, prepared.table);
    return wrong(
      `$${field.label}$ has the right value, but is not worked out.`,
      `$${latex}$ is still to be worked out.`,
    );
  }
  const seed = `${input.seed}/${field.name}`;
  return brokenLink(reading, field, prepared, input.key, seed) ?? judged;
}

function judgeValue(
  field: PreparedField,
  answer: Tree,
  prepared: PreparedFormula,
  input: Input,
): Judged {
  const options = { ...field.compareOptions, seed: `${input.seed}/${field.name}` };
  const wrongUnit = unitProblem(field, answer, prepared);
  if (wrongUnit) return wrong(`$${field.label}$: ${wrongUnit}`, wrongUnit);
  const outcome = outcomeOf(field, answer, prepared, options);
  if (outcome.verdict === 'right') return rightValue(field, outcome);
  if (outcome.verdict === 'review') {
    const { reason, evidence = reason } = outcome;
    return { ...needsPerson(`$${field.label}$`, reason), evidence };
  }
  const { at, reference, answer: value } = outcome.witness;
  const summary = `${atPoint(at)}yours is $${value}$, expected $${reference}$.`;
  if (field.program && field.reference && sameTree(answer, field.reference))
    throw new BrokenKeyError(
      `the program and the reference of ${field.name} differ: ${atPoint(at)}the reference is $${value}$, the program gives $${reference}$`,
    );
  const witness = { summary, data: { at, reference, answer: value } };
  const misconceived = findMisconception(field, answer, prepared, input);
  if (misconceived) return { ...misconceived, witness };
  const followedOn = followOn(field, answer, prepared, input);
  if (followedOn) return { ...followedOn, witness };
  const how = outcome.explanation ? ` ${outcome.explanation}` : '';
  return {
    verdict: 'wrong',
    share: 0,
    message: `$${field.label}$ is not equal to the expected result.${how}`,
    evidence: `Differs from the reference. ${summary}`,
    witness,
  };
}

/** Against the reference, and where it differs against the others that are right as well. */
function outcomeOf(
  { name, reference, program, references, tolerance }: PreparedField,
  answer: Tree,
  { table }: PreparedFormula,
  options: CompareOptions,
): ProgramOutcome {
  const against = (tree: Tree): Outcome =>
    tolerance
      ? compareWithin(tree, answer, table, tolerance, options)
      : compare(tree, answer, table, options);
  const first = program
    ? compareWithProgram(program, answer, table, options)
    : reference && against(reference);
  if (!first) throw new BrokenKeyError(`field ${name} has no reference`);
  if (first.verdict === 'right') return first;
  const others = references.map(against);
  return (
    others.find(({ verdict }) => verdict === 'right') ??
    others.find(({ verdict }) => verdict === 'review') ??
    first
  );
}

function rightValue(
  { label, tolerance, program }: PreparedField,
  { transposed }: Extract<Outcome, { verdict: 'right' }>,
): Judged {
  return {
    verdict: 'right',
    share: 1,
    message: transposed
      ? `$${label}$ is right (written transposed to the reference; both conventions count).`
      : `$${label}$ is right.`,
    evidence: program
      ? 'Agrees with the author’s program at every point tried.'
      : tolerance
        ? 'Within the tolerance of the reference.'
        : 'Equal to the reference at every sample.',
  };
}

/** The credit of an answer that is right with the student's own earlier answers; null where it is not. */
function followOn(
  field: PreparedField,
  answer: Tree,
  prepared: PreparedFormula,
  input: Input,
): Judged | null {
  const earlier = followOnDefinitions(input, prepared);
  if (!earlier || !input.key.followOn) return null;
  const options = {
    ...field.compareOptions,
    seed: `${input.seed}/${field.name}`,
    definitions: new Map([...prepared.definitions, ...earlier]),
  };
  const { verdict } = field.reference
    ? compare(field.reference, answer, prepared.table, options)
    : outcomeOf(field, answer, prepared, options);
  if (verdict !== 'right') return null;
  return {
    verdict: 'wrong',
    share: input.key.followOn.credit,
    message: `$${field.label}$ is right given your earlier answer, and is credited as such; the earlier answer itself is not right.`,
    evidence: 'Right with the student’s own earlier answers in place of the definitions.',
  };
}

/** The author's misconception that the answer is equal to, if there is one. */
function findMisconception(
  field: PreparedField,
  answer: Tree,
  prepared: PreparedFormula,
  input: Input,
): Judged | null {
  const options = { ...field.compareOptions, seed: `${input.seed}/${field.name}` };
  const { table } = prepared;
  const isAsGood = (tree: Tree) =>
    field.tolerance
      ? compareWithin(tree, answer, table, field.tolerance, options).verdict === 'right'
      : compare(tree, answer, table, options).verdict === 'right';
  const misconception = prepared.misconceptions.find(
    ({ field: name, tree }) => name === field.name && isAsGood(tree),
  );
  if (!misconception) return null;
  const { credit, message } = misconception;
  return {
    verdict: 'wrong',
    share: credit,
    message: `$${field.label}$: ${message}`,
    evidence: `Equal to the author’s misconception “${message}”.`,
  };
}

/** A unit that is missing, or that measures something else; null where there is nothing to say. */
function unitProblem(
  field: PreparedField,
  answer: Tree,
  { units }: PreparedFormula,
): string | null {
  if (units.size === 0 || !field.reference) return null;
  const unitOf = (id: string) => units.get(id) ?? null;
  const expected = dimensionsOf(field.reference, unitOf);
  const answered = dimensionsOf(answer, unitOf);
  if (!expected || (answered && sameDimensions(expected, answered))) return null;
  if (!answered) return 'It adds quantities that have different units.';
  const asked = `A quantity in $${dimensionsLatex(expected)}$ is expected`;
  if (answered.every((exponent) => exponent === 0)) return `${asked}; its unit is missing.`;
  return `${asked}, yours is in $${dimensionsLatex(answered)}$.`;
}

function notAllowed(answer: ReadField, key: FormulaKey): string | undefined {
  const used = symbolsIn(answer.tree);
  return Object.entries(key.notAllowed).find(([id]) => used.has(id))?.[1];
}

/** A symbol that this very field is to find cannot be the answer. */
function asItself(field: string, answer: ReadField, { followOn }: FormulaKey): string | undefined {
  const used = symbolsIn(answer.tree);
  const own = Object.entries(followOn?.symbols ?? {}).find(
    ([id, from]) => from.part === undefined && from.field === field && used.has(id),
  );
  return own && 'it is given by the symbol that it is to find.';
}

function shapesFit(field: PreparedField, shape: Shape): boolean {
  if (sameShape(field.shape, shape)) return true;
  return field.upTo === 'transpose' && sameShape(field.shape, [shape[1], shape[0]]);
}
