import { problemSentence, type SchemaProblem } from './schema-problems';
import { type ExamProblem, inOrder, type Position, type PositionedYaml } from './yaml-positions';

/** A problem of an exam file, which may know its place better than its path does. */
type Placeable = SchemaProblem & { position?: Position };

/**
 * Problems of an exam file as sentences with their places, in the order of the file. What several
 * parts share (`<<: *symbols`) stands in one place and is told once, of the first part.
 */
export function placedInExam<P extends Placeable>(
  problems: readonly P[],
  yaml: PositionedYaml,
  file: string,
): (ExamProblem & { problem: P })[] {
  const told = new Set<string>();
  const placed = problems.flatMap((problem) => {
    const { message, path, ofKey } = problem;
    const place = problem.position ?? (ofKey ? yaml.locateKey(path) : yaml.locate(path));
    const same = JSON.stringify([place, path.at(-1), message]);
    if (told.has(same)) return [];
    told.add(same);
    return [{ message: sentenceInExam(yaml.value, problem), file, ...place, problem }];
  });
  return inOrder(placed);
}

/** A problem of an exam file as a sentence that names the part: "part 1a: `points` is missing". */
function sentenceInExam(exam: unknown, { message, path }: SchemaProblem): string {
  const [assignments, a, parts, p] = path;
  if (assignments !== 'assignments' || typeof a !== 'number')
    return problemSentence({ message, path });
  const assignment = `assignment ${a + 1}`;
  if (parts !== 'parts' || typeof p !== 'number')
    return `${assignment}: ${problemSentence({ message, path: path.slice(2) })}`;
  const part = childAt(exam, path.slice(0, 4));
  const id = childAt(part, ['id']);
  const name = typeof id === 'string' && id !== '' ? id : `${p + 1} of ${assignment}`;
  return `part ${name}: ${problemSentence({ message, path: path.slice(4) })}`;
}

/** The value at `path`; undefined where there is none. */
function childAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}
