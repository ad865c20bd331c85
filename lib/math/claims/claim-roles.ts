import { MathProblem } from '@/lib/math/core/error';
import type { Cue } from './claim-cues';

/** What a statement is to its line. */
export type Role = 'claimed' | 'supposed' | 'case' | 'condition';
/** What words make of it. */
export type Tone = 'claimed' | 'denied' | 'called impossible' | 'announced';

export interface Placed {
  start: number;
  end: number;
  /** Where the one in front of it ends. */
  from: number;
}

/** What the statements that come next are: `taken` counts those so far, `isLong` says whether more than one. */
interface Mode {
  role: Role;
  isLong: boolean;
  taken: number;
}

const CLAIMING: Mode = { role: 'claimed', isLong: true, taken: 0 };

/** The role and the tone of each statement of a line, by the words between them. */
export function rolesOf(
  statements: readonly Placed[],
  cues: readonly Cue[],
  source: string,
): { roles: Role[]; tones: Tone[] } {
  return new RoleReader(statements, cues, source).read();
}

/** Goes through the words and statements of a line from left to right. */
class RoleReader {
  readonly #statements: readonly Placed[];
  readonly #cues: readonly Cue[];
  readonly #source: string;
  readonly #roles: Role[];
  readonly #tones: Tone[];
  #mode: Mode = CLAIMING;
  #isNextDenied = false;
  #isAnnounced = false;
  /** Statements before this place have their roles. */
  #place = 0;

  constructor(statements: readonly Placed[], cues: readonly Cue[], source: string) {
    this.#statements = statements;
    this.#cues = cues;
    this.#source = source;
    this.#roles = statements.map(() => 'claimed');
    this.#tones = statements.map(() => 'claimed');
  }

  read(): { roles: Role[]; tones: Tone[] } {
    for (const [index, cue] of this.#cues.entries()) {
      this.#takeStatementsBefore(cue.start);
      this.#follow(cue, index);
    }
    this.#takeStatementsBefore(Number.POSITIVE_INFINITY);
    const isPerhaps = this.#cues.some(({ kind }) => kind === 'perhaps');
    const tones = isPerhaps ? this.#tones.map((): Tone => 'announced') : this.#tones;
    return { roles: this.#roles, tones };
  }

  #takeStatementsBefore(end: number): void {
    for (
      let statement = this.#statements[this.#place];
      statement && statement.start < end;
      statement = this.#statements[this.#place]
    )
      this.#take(statement);
  }

  #take(statement: Placed): void {
    const mode = this.#mode;
    const inFront = this.#source.slice(statement.from, statement.start);
    const isDenied = this.#isNextDenied || NOT_IN_FRONT.test(inFront);
    this.#roles[this.#place] = mode.role;
    this.#tones[this.#place] = isDenied ? 'denied' : this.#isAnnounced ? 'announced' : 'claimed';
    this.#isNextDenied = false;
    this.#mode = mode.isLong ? { ...mode, taken: mode.taken + 1 } : CLAIMING;
    this.#place++;
  }

  /** What a word or sign means for the statements after it, and sometimes for the one before. */
  #follow({ kind }: Cue, index: number): void {
    switch (kind) {
      case 'suppose':
        this.#mode = { role: 'supposed', isLong: true, taken: 0 };
        break;
      case 'case':
        this.#mode = { role: 'case', isLong: true, taken: 0 };
        break;
      case 'condition':
        // Of `if a, b` only a is supposed, of `if a, b then c` both are.
        this.#mode = { role: 'condition', isLong: hasThen(this.#cues, index), taken: 0 };
        break;
      case 'given':
        if (this.#mode.role === 'claimed')
          this.#mode = { role: 'condition', isLong: false, taken: 0 };
        break;
      case 'unless':
        this.#mode = { role: 'condition', isLong: false, taken: 0 };
        this.#isNextDenied = true;
        break;
      case 'only if':
        if (this.#place > 0) this.#roles[this.#place - 1] = 'condition';
        this.#mode = CLAIMING;
        break;
      case 'then':
      case 'conclude':
        this.#mode = CLAIMING;
        this.#isAnnounced = false;
        break;
      case 'colon':
        if (this.#mode.taken > 0) this.#mode = CLAIMING;
        break;
      case 'deny':
        this.#isNextDenied = true;
        break;
      case 'announce':
        this.#isAnnounced = true;
        break;
      case 'impossible':
        this.#callImpossible(index);
        break;
      default:
    }
  }

  /** The statement in front is called impossible, or else the one behind. */
  #callImpossible(index: number): void {
    const next = this.#statements[this.#place];
    if (this.#isBesideImpossible(index)) this.#tones[this.#place - 1] = 'called impossible';
    else if (isFollowed(next, this.#cues, index)) this.#isNextDenied = true;
  }

  /** Whether the statement in front is what the word at `index` calls impossible. */
  #isBesideImpossible(index: number): boolean {
    const cue = this.#cues[index];
    const before = this.#statements[this.#place - 1];
    if (!cue || !before) return false;
    const between = this.#cues.slice(0, index).filter(({ start }) => start >= before.end);
    if (between.some(({ kind }) => kind === 'conclude')) return false;
    // `suppose a < b. This is impossible` does not change what is supposed.
    const gap = this.#source.slice(before.end, cue.start);
    const isBeside = /^[\s}\\;,]*(?:\\text\w*\s*\{\s*)?$/.test(gap);
    return this.#roles[this.#place - 1] === 'claimed' || isBeside;
  }
}

const NOT_IN_FRONT =
  /(?<![A-Za-z])(?:not|nicht|never|nie|niemals|nor|weder)[\s}]*(?:\\[ ,;:!]\s*)*$/i;

function hasThen(cues: readonly Cue[], index: number): boolean {
  const next = cues
    .slice(index + 1)
    .find(({ kind }) => kind === 'then' || kind === 'conclude' || kind === 'colon');
  return next?.kind === 'then';
}

/** Whether what is called impossible stands behind: `impossible: a < b`, and not `impossible, since a < b`. */
function isFollowed(next: Placed | undefined, cues: readonly Cue[], index: number): boolean {
  if (!next) return false;
  const between = cues.slice(index + 1).filter(({ start }) => start <= next.start);
  return between.every(({ kind }) => kind === 'colon' || kind === 'none');
}

/** What a line supposes has one form; throws where it has several. */
export function suppositionOf(
  roles: readonly Role[],
  place: { start: number; end: number },
): 'for what follows' | 'as a case' | 'as a condition' | null {
  const kinds = [...new Set(roles.filter((role) => role !== 'claimed'))];
  if (kinds.length > 1)
    throw new MathProblem({ message: 'Write what is supposed in a line of its own.', ...place });
  const [kind] = kinds;
  if (kind === undefined) return null;
  return kind === 'supposed'
    ? 'for what follows'
    : kind === 'case'
      ? 'as a case'
      : 'as a condition';
}
