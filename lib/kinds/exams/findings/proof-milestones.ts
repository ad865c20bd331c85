import { gradePart } from '@/lib/kinds/exams/grade-part';
import type { ParsedExam } from '@/lib/kinds/exams/parse-exam';
import { answers, type ProofKey, type ProofSpec } from '@/lib/kinds/proof/answer';
import { type PlacedPart, partsOf, type Remark } from './finding';

interface Proof {
  spec: ProofSpec;
  key: ProofKey;
}

/**
 * Proofs in which points can be had without a step: milestones that hold whatever is given, and those
 * that are the goal in other words, as its square is. Where the goal holds by itself every way to it
 * does too, and nothing is said.
 */
export async function pointlessMilestones(parsed: ParsedExam): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (const { part, path } of partsOf(parsed)) {
    const [spec, key] = [answers.spec.safeParse(part.spec), answers.key.safeParse(part.key)];
    if (part.kind !== 'proof' || !spec.success || !key.success) continue;
    const proof = { spec: spec.data, key: key.data };
    const judge = new MilestoneCheck(part, proof, parsed);
    for (const { message, path: inner } of await judge.found())
      remarks.push({ severity: 'warning', message, path: [...path, ...inner] });
  }
  return remarks;
}

class MilestoneCheck {
  readonly #part: PlacedPart['part'];
  readonly #proof: Proof;
  readonly #parsed: ParsedExam;

  constructor(part: PlacedPart['part'], proof: Proof, parsed: ParsedExam) {
    this.#part = part;
    this.#proof = proof;
    this.#parsed = parsed;
  }

  async found(): Promise<{ message: string; path: readonly PropertyKey[] }[]> {
    const { key } = this.#proof;
    const found: { message: string; path: readonly PropertyKey[] }[] = [];
    if (await this.#follows([], key.goal)) return [];
    for (const [index, { claims }] of key.milestones.entries()) {
      for (const [place, claim] of claims.entries()) {
        const why = await this.#whyPointless(claim);
        if (why === null) continue;
        const message = `milestone “${claim}” ${why}, so it earns points without a step of the proof`;
        found.push({ message, path: ['milestones', index, 'claims', place] });
      }
    }
    return found;
  }

  async #whyPointless(claim: string): Promise<string | null> {
    const { goal } = this.#proof.key;
    if (await this.#follows([], claim)) return 'is true whatever is given';
    // From a square that is not positive to what is zero is a step, from one bound to its square none.
    const isOfOneKind = isEquation(claim) === isEquation(goal);
    const isSame =
      isOfOneKind && (await this.#follows([goal], claim)) && (await this.#follows([claim], goal));
    return isSame ? 'says the same as the goal' : null;
  }

  /** Whether a claim is seen to follow from others, and from nothing else. */
  async #follows(from: readonly string[], claim: string): Promise<boolean> {
    const { exam } = this.#parsed;
    const { spec, key } = this.#proof;
    const hypotheses = from.map((each, index) => ({ name: `${index}`, claim: each }));
    const graded = await gradePart({
      ...{ kind: this.#part.kind, points: this.#part.points },
      ...{
        note: null,
        roundTo: exam.roundTo,
        unread: exam.unread,
        seed: this.#part.id,
        earlier: {},
      },
      ...{ spec: { ...spec, hypotheses }, key, answer: { steps: [{ claim }] } },
    });
    if (!graded.ok) return false;
    return graded.value.checks.some(
      ({ name, verdict }) => name === 'line 1' && verdict === 'right',
    );
  }
}

function isEquation(claim: string): boolean {
  return !/[<>≤≥]|\\(?:le|ge|lt|gt)/.test(claim);
}
