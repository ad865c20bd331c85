import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { LoadedExam, LoadedPart } from '@/lib/exam/format';
import { problemSentence } from '@/lib/exam/schema-problems';
import { type ExamProblem, readYaml } from '@/lib/exam/yaml-positions';
import { parseContent } from '@/lib/kinds/exams/content';
import type { PartGrade } from '@/lib/kinds/exams/grade-part';
import { loadExam } from '@/lib/kinds/exams/load-exam';
import { parsePart } from '@/lib/kinds/exams/parse-part';
import { gradeUnderSeeds } from '@/lib/kinds/exams/seeds';
import { fail, ok, type Result } from '@/lib/result';
import { readOptions, unreadable } from './common';
import { describeProblem } from './describe-problem';
import { readSeeds } from './read-seeds';

const lineSchema = z.looseObject({
  id: z.union([z.string(), z.number()]),
  part: z.string().optional(),
  answer: z.unknown(),
  spec: z.unknown().optional(),
  /** Other answers of the same attempt, by part id, for follow-on credit. */
  earlier: z.record(z.string(), z.json()).optional(),
  seed: z.string().optional(),
});

/** Where the parts of a run come from, and the rules of their exam. */
interface Source extends Pick<LoadedExam, 'roundTo' | 'unread'> {
  parts: ReadonlyMap<string, LoadedPart>;
}

const USAGE = 'usage: nabla grade [--exam exams/<slug> | --part part.yaml] [--seeds N]';

/** The rules of an exam that says nothing of them. */
const DEFAULTS = { roundTo: 0.25, unread: 'review' } as const;

/**
 * Grades JSON lines as they come (`docs/exam-format.md`, contract of the command line).
 * @returns the exit status: 0, 1 if a line was not gradable or its grade depends on the seed, 2 if
 * the run could not start
 */
export async function grade(
  args: readonly string[],
  lines: AsyncIterable<string>,
  write: (line: string) => void,
): Promise<number> {
  const run = await openRun(args);
  if (!run.ok) {
    for (const problem of run.error) process.stderr.write(`${problem}\n`);
    return 2;
  }
  const { source, seeds } = run.value;
  const inlineParts = new Map<string, Result<LoadedPart, string>>();
  let status = 0;
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const graded = await gradeLine(line, source, seeds, inlineParts);
    if ('error' in graded || 'differs' in graded) status = 1;
    write(JSON.stringify(graded));
  }
  return status;
}

async function openRun(
  args: readonly string[],
): Promise<Result<{ source: Source; seeds: number }, string[]>> {
  const text = { type: 'string' } as const;
  const options = readOptions({
    args: [...args],
    options: { exam: text, part: text, seeds: text },
  });
  if (!options.ok) return fail([options.error, USAGE]);
  const { exam, part, seeds: asked } = options.value.values;
  const seeds = readSeeds(asked);
  if (!seeds.ok) return fail([seeds.error]);
  if (exam !== undefined && part !== undefined) return fail([USAGE]);
  const none: Source = { parts: new Map(), ...DEFAULTS };
  const opened = exam !== undefined ? openExam(exam) : part !== undefined ? openPart(part) : null;
  const source = opened === null ? ok(none) : await opened;
  return source.ok ? ok({ source: source.value, seeds: seeds.value }) : source;
}

async function openExam(folder: string): Promise<Result<Source, string[]>> {
  const file = join(folder, 'exam.yaml');
  const missing = await access(file).catch((error: Error) => error);
  if (missing) return fail([unreadable(file, missing)]);
  const exam = await loadExam(folder);
  if (!exam.ok) return fail(exam.error.map(describeProblem));
  const { assignments, roundTo, unread } = exam.value;
  const parts = assignments.flatMap((assignment) => assignment.parts);
  return ok({ parts: new Map(parts.map((part) => [part.id, part])), roundTo, unread });
}

async function openPart(file: string): Promise<Result<Source, string[]>> {
  const text = await readFile(file, 'utf8').catch((error: Error) => error);
  if (text instanceof Error) return fail([unreadable(file, text)]);
  const yaml = readYaml(text, file);
  if (yaml.problems.length > 0) return fail(yaml.problems.map(describeProblem));
  const part = parsePart(yaml.value);
  if (!part.ok) {
    const located = part.error.map(
      (problem): ExamProblem => ({
        message: problemSentence(problem),
        file,
        ...(problem.ofKey ? yaml.locateKey(problem.path) : yaml.locate(problem.path)),
      }),
    );
    return fail(located.map(describeProblem));
  }
  const parts = new Map([[part.value.part.id, part.value.part]]);
  return ok({ parts, ...DEFAULTS });
}

async function gradeLine(
  line: string,
  source: Source,
  seeds: number,
  inlineParts: Map<string, Result<LoadedPart, string>>,
): Promise<object> {
  const parsed = parseJson(line);
  if (!parsed.ok) return { id: null, error: `not JSON: ${parsed.error}` };
  const request = lineSchema.safeParse(parsed.value);
  if (!request.success) {
    const [issue] = request.error.issues;
    return { id: idOf(parsed.value), error: `${issue?.path.join('.') ?? ''}: ${issue?.message}` };
  }
  const { id, spec, answer, earlier = {} } = request.data;
  const part = spec === undefined ? named(source, request.data.part) : inline(spec, inlineParts);
  if (!part.ok) return { id, error: part.error };
  const { kind, points, ...loaded } = part.value;
  const content = parseContent(kind, answer, loaded.spec);
  if (!content.ok) return { id, error: contentMessage(content.error) };
  const start = performance.now();
  const graded = await gradeUnderSeeds(
    {
      kind,
      points,
      spec: loaded.spec,
      key: loaded.key,
      answer: content.value.content,
      note: content.value.note,
      roundTo: source.roundTo,
      unread: source.unread,
      seed: request.data.seed ?? loaded.id,
      earlier,
    },
    seeds,
  );
  const ms = Math.round((performance.now() - start) * 1000) / 1000;
  if (!graded.ok) return { id, error: contentMessage(graded.error) };
  const { grade: own, groups } = graded.value;
  const differs = groups.length > 1 && { differs: groups };
  return { id, part: loaded.id, ...result(own, points), ...differs, ms };
}

/** One of the parts of the exam; with a single part, lines need not name it. */
function named(source: Source, id: string | undefined): Result<LoadedPart, string> {
  const [only] = source.parts.size === 1 ? source.parts.values() : [];
  const part = id === undefined ? only : source.parts.get(id);
  if (part) return ok(part);
  const partIds = [...source.parts.keys()].join(', ');
  return fail(id === undefined ? 'no part named' : `unknown part "${id}"; there are: ${partIds}`);
}

/** A part given with the line itself; the same spec on many lines is validated once. */
function inline(
  spec: unknown,
  seen: Map<string, Result<LoadedPart, string>>,
): Result<LoadedPart, string> {
  const text = JSON.stringify(spec);
  const cached = seen.get(text);
  if (cached) return cached;
  const parsed = parsePart(spec);
  const part: Result<LoadedPart, string> = parsed.ok
    ? ok(parsed.value.part)
    : fail(parsed.error.map(problemSentence).join('; '));
  seen.set(text, part);
  return part;
}

function result({ verdict, score, checks }: PartGrade, points: number) {
  return {
    verdict,
    score,
    points,
    checks: checks.map(
      ({
        name,
        verdict: judged,
        score: earned,
        points: worth,
        message,
        witness,
        unread,
        place,
      }) => ({
        name,
        verdict: judged,
        score: earned,
        points: worth,
        message,
        ...(witness && { witness }),
        ...(unread && { unread, place }),
      }),
    ),
  };
}

function contentMessage({ message, path }: { message: string; path: readonly PropertyKey[] }) {
  return path.length > 0 ? `${path.join('.')}: ${message}` : message;
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
}
