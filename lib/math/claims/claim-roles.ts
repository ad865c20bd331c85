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

type Mode = { role: Role; isLong: boolean; taken: number };
const CLAIMING: Mode = { role: 'claimed', isLong: true, taken: 0 };

/** The role and the tone of each statement of a line, by the words between them. */
export function rolesOf(
  statements: readonly Placed[],
  cues: readonly Cue[],
  source: string,
): { roles: Role[]; tones: Tone[] } {
  const roles: Role[] = statements.map(() => 'claimed');
  const tones: Tone[] = statements.map(() => 'claimed');
  let mode: Mode = CLAIMING;
  let next: Tone = 'claimed';
  let isAnnounced = false;
  let place = 0;
  const take = (statement: Placed) => {
    roles[place] = mode.role;
    const isDenied =
      next === 'denied' || NOT_IN_FRONT.test(source.slice(statement.from, statement.start));
    tones[place] = isDenied ? 'denied' : isAnnounced ? 'announced' : 'claimed';
    next = 'claimed';
    mode = mode.isLong ? { ...mode, taken: mode.taken + 1 } : CLAIMING;
    place++;
  };
  for (const [index, cue] of cues.entries()) {
    for (let one = statements[place]; one && one.start < cue.start; one = statements[place])
      take(one);
    const before = place - 1;
    switch (cue.kind) {
      case 'suppose':
        mode = { role: 'supposed', isLong: true, taken: 0 };
        break;
      case 'case':
        mode = { role: 'case', isLong: true, taken: 0 };
        break;
      case 'condition':
        // Of `if a, b` only a is supposed, of `if a, b then c` both are.
        mode = { role: 'condition', isLong: hasThen(cues, index), taken: 0 };
        break;
      case 'given':
        if (mode.role === 'claimed') mode = { role: 'condition', isLong: false, taken: 0 };
        break;
      case 'unless':
        mode = { role: 'condition', isLong: false, taken: 0 };
        next = 'denied';
        break;
      case 'only if':
        if (before >= 0) roles[before] = 'condition';
        mode = CLAIMING;
        break;
      case 'then':
      case 'conclude':
        mode = CLAIMING;
        isAnnounced = false;
        break;
      case 'colon':
        if (mode.taken > 0) mode = CLAIMING;
        break;
      case 'deny':
        next = 'denied';
        break;
      case 'announce':
        isAnnounced = true;
        break;
      case 'impossible': {
        const said = calledImpossible(statements, roles, cues, index, place, source);
        if (said === null && isFollowed(statements[place], cues, index)) next = 'denied';
        else if (said !== null) tones[said] = 'called impossible';
        break;
      }
      default:
    }
  }
  for (let one = statements[place]; one; one = statements[place]) take(one);
  if (cues.some(({ kind }) => kind === 'perhaps'))
    return { roles, tones: tones.map(() => 'announced') };
  return { roles, tones };
}

const NOT_IN_FRONT =
  /(?<![A-Za-z])(?:not|nicht|never|nie|niemals|nor|weder)[\s}]*(?:\\[ ,;:!]\s*)*$/i;

function hasThen(cues: readonly Cue[], index: number): boolean {
  const next = cues
    .slice(index + 1)
    .find(({ kind }) => kind === 'then' || kind === 'conclude' || kind === 'colon');
  return next?.kind === 'then';
}

/** The statement in front that is called impossible; null where none is. */
function calledImpossible(
  statements: readonly Placed[],
  roles: readonly Role[],
  cues: readonly Cue[],
  index: number,
  place: number,
  source: string,
): number | null {
  const cue = cues[index];
  const before = statements[place - 1];
  if (!cue || !before) return null;
  const between = cues.slice(0, index).filter(({ start }) => start >= before.end);
  if (between.some(({ kind }) => kind === 'conclude')) return null;
  // `suppose a < b. This is impossible` does not change what is supposed.
  const isBeside = /^[\s}\\;,]*(?:\\text\w*\s*\{\s*)?$/.test(source.slice(before.end, cue.start));
  return roles[place - 1] === 'claimed' || isBeside ? place - 1 : null;
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
