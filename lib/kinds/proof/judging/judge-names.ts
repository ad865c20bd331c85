import type { ReadStep } from '@/lib/kinds/proof/reading/read-steps';
import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Reasoner } from '@/lib/kinds/proof/reasoning/reasoner';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type JudgedStep, notRight, undecided } from './judged-step';
import { refuted } from './refutation';

/** Decides which names that a student gives can be built on: those of expressions that have a value. */
export class NameJudge {
  readonly #reasoner: Reasoner;
  readonly #sequences: Sequences;
  readonly #table: SymbolTable;
  readonly #definitions: Statement[] = [];
  /** Names that cannot be used, with what is said of lines that use them. */
  readonly #unusable = new Map<string, (step: ReadStep) => JudgedStep>();

  /** What the names that can be used stand for; grows as lines introduce more. */
  get definitions(): readonly Statement[] {
    return this.#definitions;
  }

  constructor(reasoner: Reasoner, sequences: Sequences, table: SymbolTable) {
    this.#reasoner = reasoner;
    this.#sequences = sequences;
    this.#table = table;
  }

  /**
   * Takes the meaning of a name into the premises. Returns what is wrong with its line; null where nothing is, though lines
   * that use the name may be left to a person.
   */
  async introduce(
    step: ReadStep,
    { left, right }: Statement,
    premises: Statement[],
  ): Promise<JudgedStep | null> {
    // An expression equals itself where it has a value.
    const hasValue: Statement = { operator: '=', left: right, right };
    const decision = await this.#reasoner.decide(premises, hasValue);
    if (decision.kind === 'follows' && !this.unusableIn(step, [hasValue])) {
      const definition: Statement = { operator: '=', left, right };
      this.#definitions.push(definition);
      premises.push(definition);
      return null;
    }
    this.#refuse(left, step.number, decision.kind === 'undefined');
    return decision.kind === 'undefined'
      ? refuted(step, decision, hasValue, premises, this.#table)
      : null;
  }

  /** What becomes of a line that uses a name which stands for nothing; null where it uses none. */
  unusableIn(step: ReadStep, statements: readonly Statement[]): JudgedStep | null {
    const ids = statements.flatMap(({ left, right }) => [...symbolsIn(left), ...symbolsIn(right)]);
    const bases = ids.map((id) => this.#sequences.elementOf(id)?.base ?? id);
    const judgeUse = bases.map((id) => this.#unusable.get(id)).find((each) => each !== undefined);
    return judgeUse ? judgeUse(step) : null;
  }

  #refuse(name: Tree, number: number, isUndefined: boolean): void {
    if (name.kind !== 'symbol') return;
    const summary = `Line ${number} gives a name to something that does not always have a value.`;
    this.#unusable.set(name.id, (step) =>
      isUndefined
        ? notRight(step, 'follow-on', `This rests on line ${number}. ${summary}`, summary)
        : undecided(step, `what line ${number} gives a name to`),
    );
  }
}
