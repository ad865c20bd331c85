import { type ZodType, z } from 'zod';
import { nearest } from './nearest';
import { expectedWords, typeWords } from './schema-words';

/** Something that a schema says is wrong, in words that go on from the key: "is missing". */
export interface SchemaProblem {
  message: string;
  path: readonly PropertyKey[];
  /** The problem is the last key of the path itself, not its value. */
  ofKey?: boolean;
}

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

/**
 * Validates what an author wrote. Every problem in the author's words, unless the schema has its own.
 * @param otherKeys keys that are known beside those of the schema, for the nearest of an unknown one
 */
export function readAs<T>(
  schema: ZodType<T>,
  raw: unknown,
  otherKeys: readonly string[] = [],
): { success: true; data: T } | { success: false; problems: SchemaProblem[] } {
  // The finished issue no longer knows its schema, so the known keys are noted while it does.
  const known = new Map<string, readonly string[]>();
  const parsed = schema.safeParse(raw, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return wordsOf(issue);
      const keys = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
      known.set(JSON.stringify(issue.path ?? []), keys);
      return undefined;
    },
  });
  if (parsed.success) return { success: true, data: parsed.data };
  const problems = parsed.error.issues.flatMap((issue): SchemaProblem[] => {
    const { message, path } = issue;
    if (issue.code === 'invalid_key') {
      return [{ message: `is no key here: ${issue.issues[0]?.message}`, path, ofKey: true }];
    }
    if (issue.code !== 'unrecognized_keys') return [{ message, path }];
    const own = known.get(JSON.stringify(path)) ?? [];
    const keys = path.length === 0 ? [...own, ...otherKeys] : own;
    return issue.keys.map((key) => ({
      message: unknownKeyWords(key, keys),
      path: [...path, key],
      ofKey: true,
    }));
  });
  return { success: false, problems };
}

/** The key and what is said of it as one sentence. */
export function problemSentence({ message, path }: SchemaProblem): string {
  if (path.length === 0) return message;
  const key = `\`${path.map(String).join('.')}\``;
  return /^(is|has|says|does) /.test(message) ? `${key} ${message}` : `${key}: ${message}`;
}

function unknownKeyWords(key: string, known: readonly string[]): string {
  // `{ expression: f(x, y) }` ends the value at the comma and makes a key of `y)`.
  if (!/^[\w-]*$/.test(key))
    return 'is read as a key; if it belongs to the text before it, put that text in quotes, or indent it alike';
  const near = nearest(key, known);
  if (near !== null) return `is unknown; did you mean \`${near}\`?`;
  return `is unknown; known here: ${known.join(', ')}`;
}

/** What zod says, for its authors; undefined leaves it to zod. */
function wordsOf(issue: RawIssue): string | undefined {
  const { input } = issue;
  if (input === undefined && /^invalid_(type|value|union)$/.test(issue.code)) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `${typeWords(input)}, but has to be ${expectedWords(issue.inst)}${rewriteHint(issue)}`;
    case 'invalid_union':
      return `${typeWords(input)}, but has to be ${expectedWords(issue.inst)}`;
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = nearest(String(input), values);
      const hint = near === null ? '' : `; did you mean \`${near}\`?`;
      return `is \`${String(input)}\`, but has to be ${values.length > 1 ? 'one of ' : ''}${values.join(', ')}${hint}`;
    }
    case 'too_small':
      return boundWords(issue, issue.minimum, issue.inclusive === false ? 'more than' : 'at least');
    case 'too_big':
      return boundWords(issue, issue.maximum, issue.inclusive === false ? 'less than' : 'at most');
    case 'invalid_format':
      return `is \`${String(input)}\`, which is not of the form ${issue.pattern ?? issue.format}`;
    default:
      return undefined;
  }
}

/** YAML reads `reference: 0` as a number, and `points: 1,5` as text. */
function rewriteHint({ code, expected, input }: RawIssue): string {
  if (code !== 'invalid_type') return '';
  if (expected === 'number' && typeof input === 'string' && /^-?\d+,\d+$/.test(input))
    return `; write ${input.replace(',', '.')}`;
  if (expected !== 'string' || input === null) return '';
  return typeof input === 'object' ? '; put the value in quotes' : `; put it in quotes: '${input}'`;
}

function boundWords({ input, origin }: RawIssue, bound: unknown, how: string): string {
  if (typeof input === 'number') return `is ${input}, but has to be ${how} ${bound}`;
  const length = typeof input === 'string' || Array.isArray(input) ? input.length : 0;
  if (length === 0) return 'is empty';
  const [one, more] = origin === 'string' ? ['character', 'characters'] : ['entry', 'entries'];
  return `has ${length} ${length === 1 ? one : more}, but has to have ${how} ${bound}`;
}
