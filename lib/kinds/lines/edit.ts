import { leftOut, storablePart } from '@/lib/kinds/fields/answer';

/** What one can do to a list of lines, the same by keys and by buttons; pure, so that none is lost. */

/** The lines after an edit, where the caret goes, and what a screen reader is told. */
export interface Edited {
  lines: readonly string[];
  /** The place of each line before the edit; null of a line that was not there. */
  origins: readonly (number | null)[];
  focus: number;
  announcement: string;
  /** Something that was to come into the list has no room there: not only a screen reader is told. */
  isLoss?: boolean;
}

function placesOf(lines: readonly string[]): (number | null)[] {
  return [...lines.keys()];
}

/** A deleted line, and where it stood. */
export interface DeletedLine {
  index: number;
  text: string;
}

/** An empty answer is shown as one empty line. */
export function nonEmptyLines(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [''] : lines;
}

export function changeLine(
  lines: readonly string[],
  index: number,
  text: string,
): readonly string[] {
  return nonEmptyLines(lines).with(index, text);
}

/** A new line under `after`, empty or a copy of it; null where there are `maxLines` already. */
export function openLine(
  lines: readonly string[],
  after: number,
  { copy, maxLines }: { copy: boolean; maxLines: number },
): Edited | null {
  const present = nonEmptyLines(lines);
  if (present.length >= maxLines) return null;
  const text = copy ? (present[after] ?? '') : '';
  const announcement =
    copy && text !== '' ? `Line ${after + 2} added as a copy.` : `Line ${after + 2} added.`;
  return {
    lines: present.toSpliced(after + 1, 0, text),
    origins: placesOf(present).toSpliced(after + 1, 0, null),
    focus: after + 1,
    announcement,
  };
}

/** Lines that were copied elsewhere: the first into an empty line, the others below it. */
export function pasteLines(
  lines: readonly string[],
  index: number,
  pasted: readonly string[],
  maxLines: number,
): Edited {
  const present = nonEmptyLines(lines);
  const isInto = (present[index] ?? '').trim() === '';
  const at = isInto ? index : index + 1;
  const room = maxLines - present.length + (isInto ? 1 : 0);
  const taken = pasted.slice(0, room);
  const added = taken.map(storablePart);
  const losses = [
    ...(taken.length < pasted.length ? [overflow(pasted.length, taken.length, maxLines)] : []),
    ...added.flatMap((text, place) => {
      const left = (taken[place] ?? '').length - text.length;
      return left > 0 ? [`Line ${at + place + 1}: ${leftOut(left)}`] : [];
    }),
  ];
  return {
    lines: present.toSpliced(at, isInto ? 1 : 0, ...added),
    origins: placesOf(present).toSpliced(at, isInto ? 1 : 0, ...added.map(() => null)),
    focus: Math.max(0, at + added.length - 1),
    announcement: losses.length > 0 ? losses.join(' ') : `${added.length} lines pasted.`,
    ...(losses.length > 0 && { isLoss: true }),
  };
}

function overflow(all: number, taken: number, maxLines: number): string {
  if (taken === 0) return `Nothing pasted: there are ${maxLines} lines, there is no room for more.`;
  const [of, others] = [taken === 1 ? '1 line' : `${taken} lines`, all - taken];
  const rest = others === 1 ? 'the other 1 is' : `the other ${others} are`;
  return `${of} pasted; ${rest} left out: there is room for ${maxLines} lines.`;
}

const ALIGNED = /\\(?:begin|end)\{(?:align|aligned|gather|gathered|split|equation)\*?\}/g;
const TABLE = /\\begin\{(?:[pbvBV]?matrix|smallmatrix|cases|array)\*?\}/;

/** The lines of a text, without the environments that aligned formulas stand in. */
export function pastedLines(text: string): string[] {
  const bare = text.replace(ALIGNED, '\n');
  // The rows of a matrix are no lines.
  if (TABLE.test(bare)) return bare.split(/\r?\n/).map(trimmed).filter(isThere);
  return bare
    .split(/\r?\n|\\\\(?:\[[^\]]*\])?/)
    .map((line) => trimmed(line.replace(/(?<!\\)&/g, ' ')))
    .filter(isThere);
}

function trimmed(line: string): string {
  return line.trim();
}

function isThere(line: string): boolean {
  return line !== '';
}

/** A line at another place, those between one place on; null where it stands there or there is no such place. */
export function moveLine(lines: readonly string[], from: number, to: number): Edited | null {
  const line = lines[from];
  if (line === undefined || to === from || to < 0 || to >= lines.length) return null;
  return {
    lines: lines.toSpliced(from, 1).toSpliced(to, 0, line),
    origins: placesOf(lines).toSpliced(from, 1).toSpliced(to, 0, from),
    focus: to,
    announcement: `Line ${from + 1} is now line ${to + 1}.`,
  };
}

/**
 * The list without a line, the caret in the one before it. A line that is alone becomes an empty
 * one; null where it is empty already.
 */
export function deleteLine(
  lines: readonly string[],
  index: number,
): (Edited & { line: DeletedLine }) | null {
  const text = lines[index];
  if (text === undefined || (lines.length === 1 && text === '')) return null;
  return {
    lines: nonEmptyLines(lines.toSpliced(index, 1)),
    origins: lines.length === 1 ? [null] : placesOf(lines).toSpliced(index, 1),
    focus: Math.max(0, index - 1),
    announcement: `Line ${index + 1} deleted.`,
    line: { index, text },
  };
}

/** The list as it was before the deletion. */
export function putLineBack(lines: readonly string[], { index, text }: DeletedLine): Edited {
  const isPlaceholder = lines.length === 1 && lines[0] === '';
  return {
    lines: isPlaceholder && index === 0 ? [text] : lines.toSpliced(index, 0, text),
    origins: isPlaceholder && index === 0 ? [null] : placesOf(lines).toSpliced(index, 0, null),
    focus: index,
    announcement: `Line ${index + 1} is back.`,
  };
}
