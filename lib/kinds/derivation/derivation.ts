import type { GradeInput } from '@/lib/kinds/contract';
import type { Finding } from '@/lib/kinds/judged';
import type { Tree } from '@/lib/math/core/tree';
import type { DerivationAnswer, DerivationKey, DerivationSpec } from './answer';
import { fromTheProblem } from './direction';
import { type JudgedLine, type JudgedStep, LineJudge } from './judge-lines';
import { leftStanding, statesWork } from './operators';
import { type PreparedDerivation, prepareDerivation } from './prepare';
import { readLine } from './read-lines';
import { type Statement, Statements } from './statement';
import { showsWork } from './work';

export type Input = GradeInput<DerivationSpec, DerivationKey, DerivationAnswer>;

/** The lines of an answer, judged one by one, and what its aspects are judged by. */
export class Derivation {
  readonly input: Input;
  readonly prepared: PreparedDerivation;
  readonly judge: LineJudge;
  readonly lines: readonly JudgedLine[];
  readonly steps: readonly JudgedStep[];
  /** The first and the last step that were read. */
  readonly first: JudgedStep | undefined;
  readonly last: JudgedStep | undefined;
  readonly #statements: Statements;
  #otherRange: boolean | undefined;
  readonly #known = new Map<JudgedStep, Statement['kind']>();

  constructor(input: Input) {
    this.input = input;
    this.prepared = prepareDerivation(input.spec, input.key, input.points);
    this.judge = new LineJudge(this.prepared, input.seed);
    this.#statements = new Statements(this.prepared, this.judge);
    const { lines = [] } = input.answer;
    const read = lines.map((text, index) =>
      readLine(text, index + 1, this.prepared.table, input.spec.leftSides),
    );
    this.lines = this.judge.all(fromTheProblem(read, this.prepared, input.key.forms, this.judge));
    this.steps = this.lines.flatMap((line) => line.steps);
    const said = this.steps.filter(({ tree }) => tree !== null);
    this.first = said[0];
    this.last = said.at(-1);
  }

  /** How a step that is equal to the problem, or may be, stands to it. */
  statementOf(step: JudgedStep): Statement {
    const { tree } = step;
    if (tree && step.isTrue) return this.#statements.of(tree);
    const mayState = step.verdict === 'review' && this.hasWork(step);
    return { kind: mayState ? 'stated' : 'closed' };
  }

  /** Whether a step still has what is to be worked out, and not the result already. */
  hasWork({ tree }: JudgedStep): boolean {
    return (
      tree !== null &&
      statesWork(this.prepared.problem, tree) &&
      !this.#statements.holdsResult(tree)
    );
  }

  /** The first step that states the problem rightly, or may do so; what follows is derived from it. */
  get anchor(): JudgedStep | undefined {
    return this.steps.find((step) => this.#isStatement(step));
  }

  /** Whether a first line that is not equal to the problem differs from it in the range or the sign alone. */
  hasOtherRange(step: JudgedStep): boolean {
    const { tree, verdict } = step;
    if (step !== this.first || verdict !== 'wrong' || tree === null) return false;
    this.#otherRange ??= this.#statements.hasOtherRange(tree);
    return this.#otherRange;
  }

  #isStatement(step: JudgedStep): boolean {
    if (this.hasOtherRange(step)) return true;
    const kind = this.#known.get(step) ?? this.statementOf(step).kind;
    this.#known.set(step, kind);
    return kind === 'stated' || kind === 'open';
  }

  /** Something is derived: from the problem, or from a first line that is something else. */
  get isDerived(): boolean {
    const { first, anchor } = this;
    return anchor !== undefined || (first?.verdict === 'wrong' && this.hasWork(first));
  }

  /** Where the author's own way has lines between, so has to have the student's. */
  get showsWork(): boolean {
    if (this.input.key.steps.length === 0) return true;
    const start = this.anchor ?? this.first;
    const isProblem = this.anchor !== undefined && !this.hasOtherRange(this.anchor);
    const definition = isProblem ? this.prepared.problem : start?.tree;
    const steps = start ? this.steps.slice(this.steps.indexOf(start)) : [];
    return definition != null && showsWork(this, steps, definition);
  }

  /** What a closed form must not have and this one has, as LaTeX; null where nothing stands. */
  standing(tree: Tree): string | null {
    return leftStanding(tree, this.input.key.forms, this.prepared.table);
  }

  misconceptionOf(tree: Tree) {
    return this.prepared.misconceptions.find((one) => this.judge.isEqual(one.tree, tree));
  }
}

/** What was said of a step, without the rest of it. */
export function findingOf({
  verdict,
  message,
  evidence,
  witness,
  unread,
  place,
}: JudgedStep): Finding {
  return {
    verdict,
    message,
    evidence,
    ...(witness && { witness }),
    ...(unread && { unread, place }),
  };
}
