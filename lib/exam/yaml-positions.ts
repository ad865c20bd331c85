import { type Document, isAlias, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { keyAt, nodeAt, pathOf } from './yaml-nodes';
import { beginningWords, type YamlWords, yamlWords } from './yaml-words';

/** Something wrong with an exam file, and where. Lines and columns count from 1. */
export interface ExamProblem {
  message: string;
  file: string;
  line: number;
  column: number;
}

export interface Position {
  line: number;
  column: number;
}

/** A text as it stands in the file, quotes and all. */
export interface WrittenText {
  /** Of the value; a key has that of its value. */
  path: readonly PropertyKey[];
  value: string;
  source: string;
  /** Where `source` begins in the file. */
  offset: number;
  /** In double quotes, where a backslash begins a sign such as a line break. */
  escapes: boolean;
}

/** A YAML document that can tell where each of its values stands. */
export interface PositionedYaml {
  value: unknown;
  /** The position of the value at `path`, or of its nearest ancestor that exists. */
  locate: (path: readonly PropertyKey[]) => Position;
  /** The position of the key that `path` ends with; of the nearest ancestor where there is none. */
  locateKey: (path: readonly PropertyKey[]) => Position;
  /** The text at `path` as it is written; null where there is none. */
  writtenAt: (path: readonly PropertyKey[]) => WrittenText | null;
  /** Every text of the document once, keys included. */
  texts: readonly WrittenText[];
  positionOf: (offset: number) => Position;
  /** Syntax errors; `value` is meaningless if there are any. */
  problems: ExamProblem[];
}

/** Reads YAML; what is wrong with it is told for people who do not know YAML. */
export function readYaml(source: string, file: string): PositionedYaml {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, merge: true });
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const errors = [...document.errors, ...document.warnings].map((error) => ({
    offset: textAt(source, error.pos[0]),
    ...yamlWords(error, source),
  }));
  const lineOf = ({ offset }: { offset: number }) => positionOf(offset).line;
  const wrong = new Set(errors.map(lineOf));
  const stray = strayNames(document, source).filter((name) => !wrong.has(lineOf(name)));
  const problems = onePerLine(
    untilMisread([...errors, ...stray]).map(({ offset, message }) => ({
      message,
      file,
      ...positionOf(offset),
    })),
  );
  const offsetAt = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = nodeAt(document, path.slice(0, length));
      if (node?.range) return node.range[0];
    }
    return 0;
  };
  return {
    value: problems.length > 0 ? undefined : expand(document, file, problems),
    locate: (path) => positionOf(offsetAt(path)),
    locateKey: (path) => positionOf(keyAt(document, path)?.range?.[0] ?? offsetAt(path)),
    writtenAt: (path) => writtenText(nodeAt(document, path), path, source),
    texts: textsOf(document, source),
    positionOf,
    problems,
  };
}

/** Problems in the order in which an author meets them in the file. */
export function inOrder<P extends Position>(problems: readonly P[]): P[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** On a line with nothing on it there is nothing to mend: what comes next is meant. */
function textAt(source: string, offset: number): number {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const [blank = ''] = /^(?:[ \t]*\n)*/.exec(source.slice(start)) ?? [];
  return blank === '' ? offset : start + blank.length;
}

/** Where lines are indented wrongly all that comes after is, too: one such error is told. */
function untilMisread<E extends Stray>(errors: readonly E[]) {
  const sorted = errors.toSorted((a, b) => a.offset - b.offset);
  const first = sorted.findIndex(({ misreadsRest }) => misreadsRest);
  return first === -1 ? sorted : sorted.slice(0, first + 1);
}

/** What follows from one slip is not told again: the first of a line is enough. */
function onePerLine(problems: readonly ExamProblem[]): ExamProblem[] {
  const lines = new Set<number>();
  return inOrder(problems).filter(({ line }) => {
    const isNew = !lines.has(line);
    lines.add(line);
    return isNew;
  });
}

interface Stray extends YamlWords {
  offset: number;
}

/**
 * `&x y` and `*x` that were meant as texts: a name that nothing refers to, and a reference to
 * nothing. The first is no error of YAML, but `&x` would be lost.
 */
function strayNames(document: Document, source: string): Stray[] {
  const used = new Set<string>();
  const named: (Stray & { name: string })[] = [];
  const unresolved: Stray[] = [];
  visit(document, {
    Alias: (_, alias) => {
      used.add(alias.source);
      if (alias.resolve(document) || !alias.range) return;
      const words = beginningWords(source.slice(alias.range[0], alias.range[1]));
      const message = words ?? 'a reference to nothing';
      unresolved.push({ offset: alias.range[0], message, misreadsRest: false });
    },
    Scalar: (_, node) => {
      if (node.anchor === undefined || !node.range) return;
      const offset = source.lastIndexOf(`&${node.anchor}`, node.range[0]);
      const words = beginningWords(source.slice(offset, node.range[1]));
      const message = words ?? 'a name that nothing uses';
      named.push({ name: node.anchor, offset, message, misreadsRest: false });
    },
  });
  return [...unresolved, ...named.filter(({ name }) => !used.has(name))];
}

function textsOf(document: Document, source: string): WrittenText[] {
  const texts: WrittenText[] = [];
  visit(document, {
    Scalar: (_, node, ancestors) => {
      const text = writtenText(node, pathOf(ancestors, node), source);
      if (text) texts.push(text);
    },
  });
  return texts;
}

function writtenText(
  node: unknown,
  path: readonly PropertyKey[],
  source: string,
): WrittenText | null {
  if (isAlias(node) || !isScalar(node) || typeof node.value !== 'string' || !node.range)
    return null;
  const [start, end] = node.range;
  return {
    path,
    value: node.value,
    source: source.slice(start, end),
    offset: start,
    escapes: node.type === 'QUOTE_DOUBLE',
  };
}

/** A small file can expand to gigabytes through aliases ("billion laughs"); exams need few. */
function expand(document: Document, file: string, problems: ExamProblem[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push({ message, file, line: 1, column: 1 });
    return undefined;
  }
}
