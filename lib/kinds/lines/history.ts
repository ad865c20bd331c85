/** What a kind holds beside its lines, at one time. */
export interface Kept {
  /** Whether it still holds the same. */
  isNow: () => boolean;
  /** Makes it hold that again, lines and all. */
  putBack: () => void;
}

/** The lines before or after an edit, and where the caret was. */
export interface Moment {
  lines: readonly string[];
  /** Which line each is, whatever it says. */
  ids: readonly number[];
  focus: number;
  kept: Kept;
}

/** An edit of a list of lines that can be taken back: a move, lines that were opened, pasted or deleted. */
export interface PastEdit {
  before: Moment;
  after: Moment;
  announcement: string;
}

/** An edit taken back or made again: the moment that comes. */
export interface Turn {
  moment: Moment;
  announcement: string;
}

const MOST_EDITS = 100;

/**
 * The edits of a list of lines in their order. An edit is taken back only while all is as it left it:
 * what was typed since is taken back first, by the field that it was typed in.
 */
export class LineHistory {
  #past: readonly PastEdit[] = [];
  #future: readonly PastEdit[] = [];

  add(edit: PastEdit): void {
    this.#past = [...this.#past, edit].slice(-MOST_EDITS);
    this.#future = [];
  }

  /** Takes back the last edit; null where there is none, or something else has changed since. */
  undo(lines: readonly string[]): Turn | null {
    const edit = this.#past.at(-1);
    if (!edit || !isNow(edit.after, lines)) return null;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, edit];
    return { moment: edit.before, announcement: `Undone: ${edit.announcement}` };
  }

  /** Makes again what was taken back last; null where nothing was, or something else has changed since. */
  redo(lines: readonly string[]): Turn | null {
    const edit = this.#future.at(-1);
    if (!edit || !isNow(edit.before, lines)) return null;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, edit];
    return { moment: edit.after, announcement: edit.announcement };
  }
}

function isNow({ lines, kept }: Moment, now: readonly string[]): boolean {
  return lines.length === now.length && lines.every((line, at) => line === now[at]) && kept.isNow();
}
