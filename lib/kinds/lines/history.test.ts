import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteLine, type Edited, moveLine, openLine, pasteLines } from './edit';
import { type Kept, LineHistory } from './history';

const ALWAYS: Kept = { isNow: () => true, putBack: () => undefined };

/** A list with its history. */
function listOf(lines: readonly string[], kept: Kept = ALWAYS) {
  const history = new LineHistory();
  const list = {
    lines,
    history,
    make: (edited: Edited | null) => {
      if (!edited) return;
      history.add({
        before: { lines: list.lines, ids: [], focus: 0, kept },
        after: { lines: edited.lines, ids: [], focus: edited.focus, kept },
        announcement: edited.announcement,
      });
      list.lines = edited.lines;
    },
    undo: () => {
      const turn = history.undo(list.lines);
      if (turn) list.lines = turn.moment.lines;
      return turn;
    },
    redo: () => {
      const turn = history.redo(list.lines);
      if (turn) list.lines = turn.moment.lines;
      return turn;
    },
  };
  return list;
}

describe('the history of a list of lines', () => {
  it('takes back a move and makes it again', () => {
    const list = listOf(['a', 'b', 'c']);
    list.make(moveLine(list.lines, 2, 1));
    expect(list.lines).toEqual(['a', 'c', 'b']);
    expect(list.undo()?.announcement).toBe('Undone: Line 3 is now line 2.');
    expect(list.lines).toEqual(['a', 'b', 'c']);
    expect(list.redo()?.moment.focus).toBe(1);
    expect(list.lines).toEqual(['a', 'c', 'b']);
    expect(list.redo()).toBeNull();
  });

  it('leaves what was typed since to the field that it was typed in', () => {
    const list = listOf(['a']);
    list.make(openLine(list.lines, 0, { copy: false, maxLines: 9 }));
    list.lines = ['a', 'b'];
    expect(list.undo()).toBeNull();
    list.lines = ['a', ''];
    expect(list.undo()).not.toBeNull();
    expect(list.lines).toEqual(['a']);
  });

  it('takes nothing back where the kind holds something else by now', () => {
    let holds = 'cites 1';
    const list = listOf(['a', 'b'], { isNow: () => holds === 'cites 1', putBack: () => undefined });
    list.make(moveLine(list.lines, 0, 1));
    holds = 'cites 2';
    expect(list.undo()).toBeNull();
  });

  it('loses nothing, whatever was done in whatever order', () => {
    const lines = fc.array(fc.string(), { minLength: 1, maxLength: 6 });
    const step = fc.record({ what: fc.nat(3), at: fc.nat(), to: fc.nat() });
    fc.assert(
      fc.property(lines, fc.array(step, { maxLength: 12 }), (start, steps) => {
        const list = listOf(start);
        const seen = [list.lines];
        for (const { what, at, to } of steps) {
          const [index, place] = [at % list.lines.length, to % list.lines.length];
          const before = list.lines;
          if (what === 0) list.make(moveLine(list.lines, index, place));
          else if (what === 1) list.make(deleteLine(list.lines, index));
          else if (what === 2)
            list.make(openLine(list.lines, index, { copy: to % 2 === 0, maxLines: 8 }));
          else list.make(pasteLines(list.lines, index, ['p', 'q'], 8));
          if (list.lines !== before) seen.push(list.lines);
        }
        for (const earlier of seen.toReversed().slice(1)) {
          list.undo();
          expect(list.lines).toEqual(earlier);
        }
        for (const later of seen.slice(1)) {
          list.redo();
          expect(list.lines).toEqual(later);
        }
      }),
    );
  });
});
