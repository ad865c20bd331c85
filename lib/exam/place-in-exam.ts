import { problemSentence, type SchemaProblem } from './schema-problems';

/** A problem of an exam file as a sentence that names the part: "part 1a: `points` is missing". */
export function sentenceInExam(exam: unknown, { message, path }: SchemaProblem): string {
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
