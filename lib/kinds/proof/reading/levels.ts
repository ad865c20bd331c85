import { MAX_LEVEL, type ProofStep } from '@/lib/kinds/proof/answer';
import type { ReadStep } from './read-steps';

/**
 * How deep each line stands: as the lines say, or, where none says it, one below what is supposed, up to the
 * line that says a contradiction or supposes something else.
 */
export function levelsOf(read: readonly ReadStep[]): number[] {
  if (read.some(({ level }) => level !== null)) return read.map(({ level }) => level ?? 0);
  let isOpen = false;
  return read.map((step) => {
    if (opens(step)) {
      isOpen = true;
      return 0;
    }
    const level = isOpen ? 1 : 0;
    if ((step.kind === 'claim' || step.kind === 'words') && step.closes) isOpen = false;
    return level;
  });
}

/**
 * The lines with the level at which what they suppose counts. A supposition that is set in like the lines
 * below it, and deeper than the line above, opens what it stands in (Fitch's notation).
 */
export function withScopes(read: readonly ReadStep[]): ReadStep[] {
  const lines = read.filter(({ kind }) => kind !== 'blank');
  return read.map((step) => {
    const { level } = step;
    const at = lines.indexOf(step);
    const [above, below] = [lines[at - 1]?.level ?? 0, lines[at + 1]?.level ?? 0];
    const isInside = level !== null && level > above && below === level;
    return isInside && opens(step) ? { ...step, level: level - 1 } : step;
  });
}

/** Whether the lines below stand under what a line supposes. */
export function opens(step: ReadStep): boolean {
  const isSupposed = step.kind === 'claim' && (step.role === 'suppose' || step.role === 'case');
  return isSupposed && !step.closes;
}

/** The steps with one of them deeper or less deep; from then on every line says where it stands. */
export function withLevel(
  steps: readonly ProofStep[],
  levels: readonly number[],
  index: number,
  by: 1 | -1,
): ProofStep[] {
  return steps.map((step, place) => {
    const level = levels[place] ?? 0;
    const changed = place === index ? Math.min(MAX_LEVEL, Math.max(0, level + by)) : level;
    return { ...step, level: changed };
  });
}

/** The steps with the role of one of them chosen; null lets its words say it. */
export function withRole(
  steps: readonly ProofStep[],
  index: number,
  role: ProofStep['role'] | null,
): ProofStep[] {
  return steps.map((step, place) => {
    if (place !== index) return step;
    const { role: _, ...rest } = step;
    return role == null ? rest : { ...rest, role };
  });
}
