import type { Check } from '@/lib/exam/check';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import { judgeUnread } from '@/lib/kinds/fields/unread';
import { type Judged, leftEmpty, needsPerson, wrong } from '@/lib/kinds/judged';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Setting } from '@/lib/math/sets/balls-at';
import type { ReadAsked, SpecField } from './asked-reading';

/** What a comparison says of an answer that is no value. */
export type AskedOutcome =
  | { verdict: 'right' }
  /** `message` ends the sentence for the student that begins with the label; `summary` is the witness. */
  | {
      verdict: 'wrong';
      message: string;
      summary: string;
      data: NonNullable<Check['witness']>['data'];
    }
  | { verdict: 'review'; reason: string };

/** What the key says of a field that asks for no value. */
interface AskedKey {
  field: SpecField;
  table: SymbolTable;
  definitions: Setting['definitions'];
  functions: Setting['functions'];
  /** All right answers. */
  references: readonly string[];
  misconceptions: readonly { expression: string; message: string; credit: number }[];
  /** Symbols that must not stay, with why. */
  notAllowed: Readonly<Record<string, string>>;
}

/** A field whose key was read, ready to judge answers. */
export interface AskedJudge {
  judge: (text: string, seed: string) => Judged;
}

/** Reads the key of a field and judges by it; throws `BrokenKeyError` where it cannot be read. */
export type PrepareAsked = (key: AskedKey) => AskedJudge;

/**
 * The judge of a form: how its answers are read and compared.
 * @param readAnswer how students' answers are read, where that is not as the key is
 */
export function judgeBy<Answer>(
  read: ReadAsked<Answer>,
  compare: (reference: Answer, answer: Answer, field: SpecField, setting: Setting) => AskedOutcome,
  readAnswer: ReadAsked<Answer> = read,
): PrepareAsked {
  return (key) => {
    const { field, table, definitions, functions } = key;
    const readKey = (what: string, text: string) => {
      const reading = read(text, field, table);
      if (!reading.ok) throw new BrokenKeyError(`${what} "${text}": ${reading.error.message}`);
      return reading.value.answer;
    };
    const references = key.references.map((text) => readKey(`reference of ${field.name}`, text));
    const misconceptions = key.misconceptions.map((each) => ({
      ...each,
      answer: readKey(`misconception of ${field.name}`, each.expression),
    }));
    const label = `$${field.label}$`;
    const judge = (text: string, seed: string): Judged => {
      if (text.trim() === '') return leftEmpty(label);
      const reading = readAnswer(text, field, table);
      if (!reading.ok) return judgeUnread(label, text, reading.error);
      const { answer, otherwise, trees } = reading.value;
      const forbidden = whyNotAllowed(trees, key.notAllowed);
      if (forbidden !== undefined)
        return wrong(`${label}: ${forbidden}`, 'Uses a symbol that the part does not allow.');
      const own = reading.value.table ?? table;
      const setting = { table: own, definitions, functions, seed };
      const outcomesOf = (written: Answer) =>
        references.map((reference) => compare(reference, written, field, setting));
      const judged = judgedFrom(outcomesOf(answer), label);
      if (judged.verdict !== 'wrong') return judged;
      if (otherwise && outcomesOf(otherwise).some(({ verdict }) => verdict !== 'wrong'))
        return needsPerson(label, 'A comma or “and” in it may mean all or any of what it joins.');
      const misconceived = misconceptions.find(
        (each) => compare(each.answer, answer, field, setting).verdict === 'right',
      );
      if (!misconceived) return judged;
      const { message, credit } = misconceived;
      const evidence = `The same as the author’s misconception “${message}”.`;
      return { ...judged, share: credit, message: `${label}: ${message}`, evidence };
    };
    return { judge };
  };
}

/** Right by one of the references, else open by one, else wrong by the first. */
function judgedFrom(outcomes: readonly AskedOutcome[], label: string): Judged {
  if (outcomes.some(({ verdict }) => verdict === 'right')) {
    const message = `${label} is right.`;
    return { verdict: 'right', share: 1, message, evidence: 'The same as the reference.' };
  }
  const open = outcomes.find((outcome) => outcome.verdict === 'review');
  if (open) return needsPerson(label, open.reason);
  const [first] = outcomes;
  if (first?.verdict !== 'wrong') throw new BrokenKeyError(`${label} has no reference`);
  const { summary, data } = first;
  const witness = { summary, ...(data !== undefined && { data }) };
  const message = `${label} ${first.message}`;
  return { verdict: 'wrong', share: 0, message, evidence: summary, witness };
}

function whyNotAllowed(
  trees: readonly Tree[],
  notAllowed: Readonly<Record<string, string>>,
): string | undefined {
  const used = new Set(trees.flatMap((tree) => [...symbolsIn(tree)]));
  return Object.entries(notAllowed).find(([id]) => used.has(id))?.[1];
}
