import type { Check } from '@/lib/exam/check';
import type { GradeInput } from '@/lib/kinds/contract';
import type {
  DerivationAnswer,
  DerivationKey,
  DerivationSpec,
  LawsSpec,
} from '@/lib/kinds/derivation/answer';
import { plainForm } from '@/lib/kinds/derivation/plain-form';
import { prepareDerivation } from '@/lib/kinds/derivation/prepare';
import { stepShare } from '@/lib/kinds/derivation/step-share';
import { judgeUnread } from '@/lib/kinds/fields/unread';
import {
  checkOf,
  type Finding,
  type Judged,
  judgedAs,
  lineCheck,
  needsPerson,
  wrong,
} from '@/lib/kinds/judged';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { lawsBelow } from './below';
import { LawComparer } from './compare-laws';
import { formsOf } from './forms';
import { type LawLine, readLawLine, type Sign } from './read-lines';

type Input = GradeInput<DerivationSpec, DerivationKey, DerivationAnswer>;

const WORDS: Readonly<Record<Sign, string>> = {
  '=': 'equal to',
  '>=': 'at most as large as',
  '<=': 'at least as large as',
};

interface Step extends Finding {
  line: number;
  sign: Sign;
  /** Null where the line could not be read. */
  tree: Tree | null;
  /** It says the same as what stands before it. */
  isCopy: boolean;
}

/**
 * A derivation about laws of which nothing is known: every line is compared with the one before on
 * random tables. The first states the problem, the last is the result, and what is claimed between
 * them is the relation that is asked for.
 */
export function gradeLaws(input: Input, { laws, relation }: LawsSpec): Check[] {
  const { spec, key, answer, points, seed } = input;
  const { table, problem, result } = prepareDerivation(spec, key, points);
  const all = formsOf(laws);
  const forms = new Map(all.map((form) => [form.symbol.id, form]));
  const comparer = new LawComparer({ laws, forms, below: lawsBelow(laws, all, table) }, seed);
  const lines = (answer.lines ?? []).map((text, index) =>
    readLawLine(text, index + 1, table, spec.leftSides),
  );
  const steps = judgeLines(lines, problem, comparer);
  const { shares, followOn } = key;
  const { quantity } = spec;
  const grading = { steps, problem, result, comparer, relation, quantity, followOn };
  return [
    checkOf('set-up', shares.setup, judgeSetup(grading)),
    checkOf('steps', shares.steps, judgeSteps(grading, key.steps.length > 0)),
    checkOf('result', shares.result, judgeResult(grading)),
    ...lineChecks(steps),
  ];
}

interface Grading {
  steps: readonly Step[];
  problem: Tree;
  result: Tree;
  comparer: LawComparer;
  relation: Sign;
  quantity: string;
  followOn: number;
}

function judgeLines(lines: readonly LawLine[], problem: Tree, comparer: LawComparer): Step[] {
  const steps: Step[] = [];
  let before = problem;
  for (const line of lines) {
    const { number } = line;
    if (line.kind === 'unread') {
      const { share: _, ...finding } = judgeUnread(`Line ${number}`, line.text, line.error);
      steps.push({ line: number, sign: '=', tree: null, isCopy: false, ...finding });
    }
    if (line.kind !== 'read') continue;
    for (const { sign, tree } of line.links) {
      const isFirst = steps.every((step) => step.tree === null);
      const isCopy = !isFirst && sign === '=' && sayTheSame(before, tree);
      const from = isFirst ? 'what is to be derived' : 'what stands before it';
      const outcome = comparer.compare(before, sign, tree);
      const place = { line: number, sign, tree, isCopy };
      before = tree;
      if (outcome.verdict === 'right') {
        const message = `Line ${number} follows from ${from}.`;
        steps.push({ ...place, verdict: 'right', message, evidence: 'So on every table tried.' });
      } else if (outcome.verdict === 'review') {
        const message = `Line ${number} needs a person’s eye: ${outcome.reason}`;
        steps.push({ ...place, verdict: 'review', message, evidence: outcome.reason });
      } else {
        const { summary } = outcome;
        const message = `In line ${number}, ${from} is not ${WORDS[flipped(sign)]} what follows.`;
        steps.push({
          ...place,
          verdict: 'wrong',
          message,
          evidence: summary,
          witness: { summary },
        });
      }
    }
  }
  return steps;
}

/** `a \ge b` says that a is at least as large as b. */
function flipped(sign: Sign): Sign {
  return sign === '=' ? '=' : sign === '>=' ? '<=' : '>=';
}

/** Whether nothing was done from one to the other: zeros and ones, order, names of variables. */
function sayTheSame(a: Tree, b: Tree): boolean {
  return sameTerms(a, b) && plainForm(a).key === plainForm(b).key;
}

function judgeSetup({ steps, result, quantity }: Grading): Judged {
  const [start] = steps;
  const first = steps.find(({ tree }) => tree !== null);
  if (start && !start.tree) return { ...judgedAs(start), share: 0 };
  if (!first?.tree) return wrong(`No line states what $${quantity}$ is.`);
  if (first.verdict !== 'right') return { ...judgedAs(first), share: 0 };
  if (first.sign !== '=' || sayTheSame(first.tree, result))
    return wrong(
      `Line ${first.line} is the result already; a line before it is to say what $${quantity}$ is.`,
    );
  const message = `Line ${first.line} states $${quantity}$ rightly.`;
  return { share: 1, verdict: 'right', message, evidence: 'Equal to the problem on every table.' };
}

function judgeSteps({ steps, result }: Grading, mustShow: boolean): Judged {
  const [first, ...rest] = steps;
  const counted = rest.filter(({ isCopy }) => !isCopy);
  if (!first?.tree || counted.length === 0)
    return wrong('Nothing is derived yet from the first line.');
  const right = counted.filter(({ verdict }) => verdict === 'right');
  const slips = counted.filter(({ verdict }) => verdict === 'wrong');
  const open = counted.filter(({ verdict }) => verdict === 'review');
  const endsInSlip = counted.at(-1)?.verdict === 'wrong';
  const shareOf = (good: number, bad: number) =>
    stepShare({ count: counted.length, right: good, wrong: bad, endsInSlip });
  const end = counted.at(-1)?.tree ?? result;
  const ends = [first.tree, result, end];
  const isBetween = (tree: Tree) => !ends.some((each) => sayTheSame(each, tree));
  const shows = !mustShow || right.some(({ tree }) => tree && isBetween(tree));
  const share = shows ? shareOf(right.length, slips.length + open.length) : 0;
  const best = shareOf(right.length + open.length, slips.length);
  const [firstOpen] = open;
  if (firstOpen && best > share) return { ...judgedAs(firstOpen), share, open: best - share };
  const [slip] = slips;
  if (slip) {
    const others = right.length > 0 ? `${right.length} of ${counted.length} steps are right. ` : '';
    return { ...judgedAs(slip), message: `${others}${slip.message}`, share };
  }
  if (!shows)
    return wrong(
      'Nothing stands between the definition and the result that shows how the one becomes the other.',
    );
  const message =
    counted.length === 1 ? 'The step is right.' : `All ${counted.length} steps are right.`;
  return { share: 1, verdict: 'right', message, evidence: message };
}

function judgeResult({
  steps,
  problem,
  result,
  comparer,
  relation,
  quantity,
  followOn,
}: Grading): Judged {
  const end = steps.at(-1);
  const last = steps.filter(({ tree }) => tree !== null).at(-1);
  if (end && !end.tree) return { ...judgedAs(end), share: 0 };
  if (!last?.tree) return wrong(`There is no result for $${quantity}$.`);
  const outcome = comparer.compare(result, '=', last.tree);
  if (outcome.verdict === 'review')
    return needsPerson(`The result in line ${last.line}`, outcome.reason);
  if (outcome.verdict === 'wrong')
    return wrong(
      `The result in line ${last.line} is not the one that is asked for.`,
      outcome.summary,
    );
  // Where all lines have one value, the result is the one in the terms that are asked for.
  const isOneValue = comparer.isEqual(problem, result);
  const signs = new Set(steps.flatMap(({ tree, sign }) => (tree && sign !== '=' ? [sign] : [])));
  const isSaid =
    signs.size === 0 ? isOneValue : signs.size === 1 && relation !== '=' && signs.has(relation);
  if (!isSaid) {
    const message = `The result in line ${last.line} is right, but the signs on the way to it do not say what is asked for; it earns follow-on credit.`;
    return { ...wrong(message), share: followOn };
  }
  if (isOneValue && !sameTerms(result, last.tree))
    return wrong(
      `Line ${last.line} has the right value, but is not yet in the terms that are asked for.`,
    );
  const message = `The result in line ${last.line} is right.`;
  return {
    share: 1,
    verdict: 'right',
    message,
    evidence: 'Equal to the reference on every table.',
  };
}

function sameTerms(a: Tree, b: Tree): boolean {
  const [mine, yours] = [symbolsIn(a), symbolsIn(b)];
  return mine.size === yours.size && [...mine].every((id) => yours.has(id));
}

function lineChecks(steps: readonly Step[]): Check[] {
  const numbers = [...new Set(steps.map(({ line }) => line))];
  return numbers.flatMap((number) => {
    const own = steps.filter(({ line }) => line === number);
    const said = own.find(({ verdict }) => verdict !== 'right') ?? own[0];
    return said ? [lineCheck(number, said)] : [];
  });
}
