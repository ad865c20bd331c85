import { type Judged, needsPerson, wrong } from '@/lib/kinds/judged';
import { type Derivation, findingOf } from './derivation';
import type { JudgedStep } from './judge-lines';
import { exchangedName, swappedSymbols } from './swapped';

/** A set-up that is right but for its name, in which symbols are exchanged, earns this share. */
const EXCHANGED_NAME = 0.5;

/** So does one that is right but for its range, or has a sum for the integral. */
const OTHER_RANGE = 0.5;

/** The first line has to state what is derived. */
export function judgeSetup(derivation: Derivation): Judged {
  const { first, steps } = derivation;
  const { quantity } = derivation.input.spec;
  const [start] = steps;
  const statement = first && derivation.statementOf(first);
  if (start?.role === 'none' && statement?.kind !== 'stated')
    return { ...findingOf(start), share: 0 };
  if (!first || !statement) return wrong(`No line states what $${quantity}$ is.`);
  if (first.verdict === 'wrong' && derivation.hasWork(first)) return judgeOther(derivation, first);
  switch (statement.kind) {
    case 'stated':
      return first.verdict === 'review'
        ? { ...findingOf(first), share: 0 }
        : stated(derivation, first);
    case 'beside':
      return wrong(
        `Line ${first.line} has the value of $${quantity}$, but does not state what it is: part of it is worked out already, without a line that shows how.`,
        statement.summary,
      );
    case 'open':
      return needsPerson(
        `Line ${first.line}, which has the value of $${quantity}$ but another integrand,`,
        `whether it states $${quantity}$ in another form the machine cannot tell.`,
      );
    case 'result':
      return wrong(
        `Line ${first.line} has the result in it already; it is to state what $${quantity}$ is before it is worked out.`,
      );
    case 'closed':
      return wrong(
        `No line states what $${quantity}$ is before it is worked out: the derivation begins with a closed form in line ${first.line}.`,
      );
  }
}

function stated({ input, prepared }: Derivation, { line }: JudgedStep): Judged {
  const { quantity } = input.spec;
  const named = exchangedName(input.answer.lines?.[line - 1], input.spec, prepared.table);
  if (named !== null) {
    const message = `Line ${line} is $${quantity}$, but is called $${named}$, with the symbols exchanged.`;
    return { ...wrong(message), share: EXCHANGED_NAME };
  }
  const message = `Line ${line} states $${quantity}$ rightly.`;
  return {
    share: 1,
    verdict: 'right',
    message,
    evidence: 'The first line is equal to the problem.',
  };
}

/** A first line that is something else, which may be known by name. */
function judgeOther(derivation: Derivation, first: JudgedStep): Judged {
  const { input, prepared, judge } = derivation;
  const { quantity } = input.spec;
  if (!first.tree) return wrong(first.message);
  const summary = first.witness?.summary ?? `Line ${first.line} is not $${quantity}$.`;
  const misconception = derivation.misconceptionOf(first.tree);
  if (misconception)
    return { ...wrong(misconception.message, summary), share: misconception.setup };
  if (derivation.hasOtherRange(first)) {
    const message = `Line ${first.line} has what $${quantity}$ is under its sign, but the range or the sign is another one.`;
    return { ...wrong(message, summary), share: OTHER_RANGE };
  }
  const swapped = swappedSymbols(prepared, first.tree, judge);
  if (swapped) {
    const [a, b] = swapped;
    const message = `Line ${first.line} states $${quantity}$ with $${a}$ and $${b}$ exchanged.`;
    return wrong(message, summary);
  }
  return wrong(`Line ${first.line} does not state $${quantity}$. ${first.message}`, summary);
}
