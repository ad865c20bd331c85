import { type Document, isNode, LineCounter, parseDocument } from 'yaml';

/** Something wrong with an exam file, and where. Lines and columns count from 1. */
export interface ExamProblem {
  message: string;
  file: string;
  line: number;
  column: number;
}

/** A YAML document that can tell where each of its values stands. */
export interface PositionedYaml {
  value: unknown;
  /** The position of the value at `path`, or of its nearest ancestor that exists. */
  locate: (path: readonly PropertyKey[]) => { line: number; column: number };
  /** Syntax errors; `value` is meaningless if there are any. */
  problems: ExamProblem[];
}

export function readYaml(source: string, file: string): PositionedYaml {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    merge: true,
  });
  const problems = [...document.errors, ...document.warnings].map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { message: error.message, file, line, column: col };
  });
  return {
    value: problems.length > 0 ? undefined : expand(document, file, problems),
    locate: (path) => locate(document, lines, path),
    problems,
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

function locate(document: Document, lines: LineCounter, path: readonly PropertyKey[]) {
  for (let length = path.length; length >= 0; length--) {
    const keys = path.slice(0, length).map((key) => (typeof key === 'symbol' ? '' : key));
    const node = document.getIn(keys, true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}
