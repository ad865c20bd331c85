import type { ZodError, ZodType } from 'zod';
import type { Check, JsonValue } from '@/lib/exam/check';
import { BrokenKeyError } from '@/lib/kinds/fields/broken-key';
import { fail, ok, type Result } from '@/lib/result';
import type { ContentProblem, GradeInput, KindSchema } from './contract';

/** A kind's data behind one type, so that registries can hold all kinds side by side. */
export interface BoundSchema {
  version: number;
  title: string;
  readsFormulas: boolean;
  /** Validates what an author wrote and splits it; every problem, not only the first. */
  author: (raw: unknown) => Result<{ spec: JsonValue; key: JsonValue }, ContentProblem[]>;
  /** Validates an answer's content. */
  answer: (raw: unknown) => Result<{ content: JsonValue; empty: boolean }, ContentProblem>;
  /** Whether a validated answer belongs to the part with this spec. */
  misfit: (spec: unknown, content: unknown) => ContentProblem | null;
  /** The author's reference as an answer; null where there is none or the key is not readable. */
  referenceAnswer: (key: unknown) => JsonValue;
  /** The schema of what authors write, for the editor's JSON Schema. */
  authored: ZodType;
}

export interface RawGradeInput {
  spec: unknown;
  key: unknown;
  answer: unknown;
  points: number;
  seed: string;
  earlier: Readonly<Record<string, JsonValue>>;
}

export type BoundGrader = (input: RawGradeInput) => Promise<Result<Check[], ContentProblem>>;

export function bindSchema<
  Authored,
  Spec extends JsonValue,
  Key extends JsonValue,
  Answer extends JsonValue,
>(schema: KindSchema<Authored, Spec, Key, Answer>): BoundSchema {
  return {
    version: schema.version,
    title: schema.title,
    readsFormulas: schema.readsFormulas,
    authored: schema.authored,
    author: (raw) => {
      const parsed = schema.authored.safeParse(raw);
      return parsed.success ? ok(schema.split(parsed.data)) : fail(problems(parsed.error));
    },
    answer: (raw) => {
      const parsed = schema.answer.safeParse(raw);
      if (!parsed.success) return fail(firstProblem(parsed.error));
      return ok({ content: parsed.data, empty: schema.isEmpty(parsed.data) });
    },
    misfit: (rawSpec, content) => {
      const spec = schema.spec.safeParse(rawSpec);
      if (!spec.success) return firstProblem(spec.error, 'spec');
      const answer = schema.answer.safeParse(content);
      return answer.success ? schema.misfit(spec.data, answer.data) : firstProblem(answer.error);
    },
    referenceAnswer: (rawKey) => {
      const key = schema.key.safeParse(rawKey);
      return key.success ? schema.referenceAnswer(key.data) : null;
    },
  };
}

export function bindGrader<Authored, Spec, Key, Answer>(
  schema: KindSchema<Authored, Spec, Key, Answer>,
  grade: (input: GradeInput<Spec, Key, Answer>) => Check[] | Promise<Check[]>,
): BoundGrader {
  return async (input) => {
    const spec = schema.spec.safeParse(input.spec);
    if (!spec.success) return fail(firstProblem(spec.error, 'spec'));
    const key = schema.key.safeParse(input.key);
    if (!key.success) return fail(firstProblem(key.error, 'key'));
    const answer = schema.answer.safeParse(input.answer);
    if (!answer.success) return fail(firstProblem(answer.error));
    try {
      return ok(await grade({ ...input, spec: spec.data, key: key.data, answer: answer.data }));
    } catch (error) {
      if (error instanceof BrokenKeyError) return fail({ message: error.message, path: ['key'] });
      throw error;
    }
  };
}

function problems(error: ZodError): ContentProblem[] {
  return error.issues.map(({ message, path }) => ({ message, path }));
}

function firstProblem(error: ZodError, ...at: string[]): ContentProblem {
  const [first] = problems(error);
  return {
    message: first?.message ?? 'not of the expected shape',
    path: [...at, ...(first?.path ?? [])],
  };
}
