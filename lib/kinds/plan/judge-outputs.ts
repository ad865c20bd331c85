import { shapeWords } from '@/lib/kinds/fields/shape-words';
import { judgeUnread } from '@/lib/kinds/fields/unread';
import type { Finding } from '@/lib/kinds/judged';
import type { Program, Step } from '@/lib/kinds/plan/program/program';
import { compare } from '@/lib/math/compare/compare';
import { atPoint } from '@/lib/math/compare/witness/witness';
import type { Shape } from '@/lib/math/core/declaration';
import { sameShape } from '@/lib/math/core/dimension';
import type { MathError } from '@/lib/math/core/error';
import { children, type Tree } from '@/lib/math/core/tree';
import { isZero } from '@/lib/math/core/zero-form';
import type { PreparedOutput } from './prepare';

/** Names are evaluated inside one another: longer programs than any plan would run out of stack. */
const MOST_NODES = 1_500;

/** One output, judged; the step that computes it, where there is one. */
export interface JudgedOutput {
  output: PreparedOutput;
  step: Step | null;
  judged: Finding;
}

/**
 * Whether the line that gives an output its name computes the reference, up to transposition. The
 * names of earlier lines are definitions, each evaluated once for a sample: a program whose values
 * double from line to line costs no more than its lines.
 */
export function judgeOutput(output: PreparedOutput, program: Program, seed: string): JudgedOutput {
  const line = program.lines.find((each) => each.output === output.name && each.step.ok);
  const tried = line ?? program.lines.find((each) => each.output === output.name);
  if (!tried) {
    // It may stand in a line of which not even the name could be read.
    const lost = program.lines.flatMap(({ line, text, step, output: own }) =>
      step.ok || own !== null ? [] : [notRun(output, line, text, step.error)],
    );
    const judged = lost.find(({ unread }) => unread) ?? notComputed(output);
    return { output, step: null, judged };
  }
  const { line: number, text, step } = tried;
  if (!step.ok) return { output, step: null, judged: notRun(output, number, text, step.error) };
  return {
    output,
    step: step.value,
    judged: judgeStep(output, number, step.value, program, seed),
  };
}

function judgeStep(
  { name, label, reference, shape }: PreparedOutput,
  line: number,
  step: Step,
  { table, definitions }: Program,
  seed: string,
): Finding {
  const turned: Shape = [step.shape[1], step.shape[0]];
  const fits = sameShape(shape, step.shape) || sameShape(shape, turned);
  if (!fits && !isZero(step.tree)) {
    const message = `$${label}$ should be ${shapeWords(shape)}, but line ${line} computes ${shapeWords(step.shape)}.`;
    const evidence = 'The shape differs from the reference, transposed too.';
    return { verdict: 'wrong', message, evidence, witness: { summary: message } };
  }
  if (nodesOf(step.tree, definitions) > MOST_NODES) {
    const message = `$${label}$ needs a person’s eye: the lines that compute it are too long to be run here.`;
    return { verdict: 'review', message, evidence: `More than ${MOST_NODES} operations.` };
  }
  const outcome = compare(reference, step.tree, table, {
    upTo: 'transpose',
    seed: `${seed}/${name}`,
    definitions,
  });
  if (outcome.verdict === 'right') {
    const how = outcome.transposed ? ' (transposed to the reference; both conventions count)' : '';
    return {
      verdict: 'right',
      message: `$${label}$ is right: line ${line} computes it${how}.`,
      evidence: 'Equal to the reference on matrices of random sizes.',
    };
  }
  if (outcome.verdict === 'review') {
    const message = `$${label}$ needs a person’s eye: ${outcome.reason}`;
    return { verdict: 'review', message, evidence: outcome.reason };
  }
  const { at, reference: expected, answer } = outcome.witness;
  const summary = `${atPoint(at)}line ${line} gives $${answer}$, expected $${expected}$.`;
  return {
    verdict: 'wrong',
    message: `$${label}$: line ${line} is not equal to it.${outcome.explanation ? ` ${outcome.explanation}` : ''}`,
    evidence: `Differs from the reference. ${summary}`,
    witness: { summary, data: { at, reference: expected, answer } },
  };
}

/** How much there is in an expression and in everything that it is defined by, each name once. */
function nodesOf(tree: Tree, definitions: Program['definitions']): number {
  const seen = new Set<string>();
  const open = [tree];
  let count = 0;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    count++;
    open.push(...children(node));
    if (node.kind !== 'symbol' || seen.has(node.id)) continue;
    seen.add(node.id);
    const definition = definitions.get(node.id);
    if (definition) open.push(definition);
  }
  return count;
}

function notComputed({ label }: PreparedOutput): Finding {
  const message = `$${label}$ is not computed: no line begins with $${label} = \\dots$`;
  return { verdict: 'wrong', message, evidence: 'No such line.', witness: { summary: message } };
}

/** A line that computes nothing, for what is wrong with it or as it could not be read. */
function notRun({ label }: PreparedOutput, line: number, text: string, error: MathError): Finding {
  const { share: _, ...finding } = judgeUnread(`$${label}$: line ${line}`, text, error);
  return finding;
}
