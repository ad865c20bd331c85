import type { ZodError, ZodType } from 'zod';
import type { Check, JsonValue } from '@/lib/exam/check';
import { readAs, type SchemaProblem } from '@/lib/exam/schema-problems';
import { fail, ok, type Result } from '@/lib/result';
import { BrokenKeyError } from './broken-key';
import type {
  ContentProblem,
  FindUnread,
  GradeInput,
  KindAnswers,
  KindAuthoring,
  Suspect,
  Trial,
  UnreadPlace,
} from './contract';

/** A kind's answers behind one type, so that registries can hold all kinds side by side. */
export interface BoundAnswers {
  version: number;
  title: string;
  /** Validates an answer's content. */
  answer: (raw: unknown) => Result<{ content: JsonValue; empty: boolean }, ContentProblem>;
  /** What of an answer was left empty, as markdown; nothing of one that is empty or has not its shape. */
  missing: (spec: unknown, content: unknown) => readonly string[];
  /** Whether a validated answer belongs to the part with this spec. */
  misfit: (spec: unknown, content: unknown) => ContentProblem | null;
}

/** What a kind's authors write, behind one type. */
export interface BoundAuthoring {
  readsFormulas: boolean;
  onlyByPerson: boolean;
  shownInOrder: readonly string[];
  /**
   * Validates what an author wrote and splits it; every problem, not only the first.
   * @param otherKeys keys of every part, one of which may be meant by an unknown one
   */
  author: (
    raw: unknown,
    otherKeys?: readonly string[],
  ) => Result<{ spec: JsonValue; key: JsonValue }, SchemaProblem[]>;
  /** The author's reference as an answer; null where there is none or spec or key are not readable. */
  referenceAnswer: (spec: unknown, key: unknown) => JsonValue;
  /** Answers that ought not to be graded right; none where spec or key are not readable. */
  suspects: (spec: unknown, key: unknown) => readonly Suspect<JsonValue>[];
  /** What tries all of the key where the reference does not; null where it does. */
  trial: (spec: unknown, key: unknown) => Trial<JsonValue> | null;
  /** What of the key students may see once it is no secret any more. */
  shownKey: (key: JsonValue) => JsonValue;
  /** The schema of what authors write, for the editor's JSON Schema. */
  authored: ZodType;
}

interface RawGradeInput {
  spec: unknown;
  key: unknown;
  answer: unknown;
  points: number;
  seed: string;
  earlier: Readonly<Record<string, JsonValue>>;
}

export type BoundGrader = (input: RawGradeInput) => Promise<Result<Check[], ContentProblem>>;

export function bindAnswers<Spec, Key, Answer extends JsonValue>(
  kind: KindAnswers<Spec, Key, Answer>,
): BoundAnswers {
  return {
    version: kind.version,
    title: kind.title,
    answer: (raw) => {
      const parsed = kind.answer.safeParse(raw);
      if (!parsed.success) return fail(firstProblem(parsed.error));
      return ok({ content: parsed.data, empty: kind.isEmpty(parsed.data) });
    },
    missing: (rawSpec, content) => {
      const spec = kind.spec.safeParse(rawSpec);
      const answer = kind.answer.safeParse(content);
      if (!spec.success || !answer.success || kind.isEmpty(answer.data)) return [];
      return kind.missing?.(spec.data, answer.data) ?? [];
    },
    misfit: (rawSpec, content) => {
      const spec = kind.spec.safeParse(rawSpec);
      if (!spec.success) return firstProblem(spec.error, 'spec');
      const answer = kind.answer.safeParse(content);
      return answer.success ? kind.misfit(spec.data, answer.data) : firstProblem(answer.error);
    },
  };
}

/** What of an answer cannot be read; none of what has not the shape of its kind. */
export type BoundFindUnread = (spec: unknown, answer: unknown) => readonly UnreadPlace[];

export function bindUnread<Spec, Key, Answer>(
  kind: KindAnswers<Spec, Key, Answer>,
  findUnread: FindUnread<Spec, Answer>,
): BoundFindUnread {
  return (rawSpec, rawAnswer) => {
    const spec = kind.spec.safeParse(rawSpec);
    const answer = kind.answer.safeParse(rawAnswer);
    return spec.success && answer.success ? findUnread(spec.data, answer.data) : [];
  };
}

export function bindAuthoring<
  Authored,
  Spec extends JsonValue,
  Key extends JsonValue,
  Answer extends JsonValue,
>(
  kind: KindAnswers<Spec, Key, Answer>,
  authoring: KindAuthoring<Authored, Spec, Key, Answer>,
): BoundAuthoring {
  return {
    readsFormulas: authoring.readsFormulas,
    onlyByPerson: authoring.onlyByPerson ?? false,
    shownInOrder: authoring.shownInOrder,
    authored: authoring.authored,
    author: (raw, otherKeys) => {
      const parsed = readAs(authoring.authored, raw, otherKeys);
      return parsed.success ? ok(authoring.split(parsed.data)) : fail(parsed.problems);
    },
    referenceAnswer: (rawSpec, rawKey) => {
      const spec = kind.spec.safeParse(rawSpec);
      const key = kind.key.safeParse(rawKey);
      if (!spec.success || !key.success) return null;
      return authoring.referenceAnswer(spec.data, key.data);
    },
    suspects: (rawSpec, rawKey) => {
      const spec = kind.spec.safeParse(rawSpec);
      const key = kind.key.safeParse(rawKey);
      if (!spec.success || !key.success) return [];
      return authoring.suspects?.(spec.data, key.data) ?? [];
    },
    trial: (rawSpec, rawKey) => {
      const spec = kind.spec.safeParse(rawSpec);
      const key = kind.key.safeParse(rawKey);
      if (!spec.success || !key.success) return null;
      return authoring.trial?.(spec.data, key.data) ?? null;
    },
    shownKey: (rawKey) => {
      if (!authoring.shownKey) return rawKey;
      const key = kind.key.safeParse(rawKey);
      return key.success ? authoring.shownKey(key.data) : null;
    },
  };
}

export function bindGrader<Spec, Key, Answer>(
  kind: KindAnswers<Spec, Key, Answer>,
  grade: (input: GradeInput<Spec, Key, Answer>) => Check[] | Promise<Check[]>,
): BoundGrader {
  return async (input) => {
    const spec = kind.spec.safeParse(input.spec);
    if (!spec.success) return fail(firstProblem(spec.error, 'spec'));
    const key = kind.key.safeParse(input.key);
    if (!key.success) return fail(firstProblem(key.error, 'key'));
    const answer = kind.answer.safeParse(input.answer);
    if (!answer.success) return fail(firstProblem(answer.error));
    try {
      return ok(await grade({ ...input, spec: spec.data, key: key.data, answer: answer.data }));
    } catch (error) {
      if (error instanceof BrokenKeyError) return fail({ message: error.message, path: ['key'] });
      throw error;
    }
  };
}

function firstProblem(error: ZodError, ...at: string[]): ContentProblem {
  const [first] = error.issues;
  return {
    message: first?.message ?? 'not of the expected shape',
    path: [...at, ...(first?.path ?? [])],
  };
}
