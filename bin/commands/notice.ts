import type { InstructedCourse } from '@/lib/features/courses/policy';
import type { InstructedSitting, ReviewedSitting } from '@/lib/features/review/policy';
import {
  type Called,
  misused,
  note,
  onDatabase,
  print,
  problemBehind,
  problemsOf,
  readCall,
  refused,
} from './common';

const USAGE = `nabla notice announce --sitting <id> --course <slug> --text <words> [--to <e-mail>]
nabla notice correct --sitting <id> --course <slug> --part <part> --text <words>
nabla notice list --sitting <id> --course <slug>       what was asked, open questions first, and told
nabla notice answer <question> --sitting <id> --course <slug> --text <words> [--to-all]`;

interface Sitting {
  reviewed: ReviewedSitting;
  instructed: InstructedSitting;
}

type Command = (sitting: Sitting, called: Called) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  announce: tellAll,
  correct: tellAll,
  list,
  answer: answerOne,
};

/**
 * `nabla notice …`: what staff tell those who sit an exam, and answer.
 * @returns the exit status: 0, 1 where it is refused, 2 for wrong arguments
 */
export async function run(args: readonly string[]): Promise<number> {
  const called = readCall(args, ['course', 'sitting', 'text', 'to', 'part'], ['to-all']);
  if (!called.ok) return misused(USAGE, called.error);
  const { name, what, values } = called.value;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return misused(USAGE, name === '' ? '' : `no command "notice ${name}"`);
  const needs =
    name === 'answer' ? 'the id of a question; `nabla notice list` shows them' : undefined;
  const problem = problemBehind(`notice ${name}`, what === '' ? [] : [what], needs);
  if (problem !== null) return misused(USAGE, problem);
  const { course: slug, sitting: sittingId } = values;
  if (slug === undefined || sittingId === undefined) {
    return misused(USAGE, '--course and --sitting say of which sitting');
  }
  return onDatabase(async () => {
    const { courseBySlug } = await import('@/lib/features/courses/policy');
    const course = await courseBySlug(slug);
    if (!course.ok) return refused(course.error);
    const sitting = await sittingOf(course.value, sittingId);
    return sitting.ok ? command(sitting.value, called.value) : refused(sitting.error);
  });
}

async function sittingOf(course: InstructedCourse, sittingId: string) {
  const { sittingOfCourse } = await import('@/lib/features/review/policy');
  return sittingOfCourse(course, sittingId);
}

async function tellAll({ reviewed, instructed }: Sitting, { name, values }: Called) {
  const { announce } = await import('@/lib/features/notices/mutations');
  const { announcementSchema } = await import('@/lib/features/notices/schema');
  const isCorrection = name === 'correct';
  if (isCorrection && values.part === undefined) return misused(USAGE, '--part says which');
  const attemptId = values.to === undefined ? null : await attemptOf(reviewed, values.to);
  if (attemptId === undefined) {
    return refused({ message: `${values.to} has not begun this sitting.` });
  }
  const parsed = announcementSchema.safeParse({
    sittingId: instructed.id,
    kind: isCorrection ? 'ERRATUM' : 'ANNOUNCEMENT',
    attemptId,
    partId: values.part ?? null,
    text: values.text ?? '',
  });
  if (!parsed.success) return refused({ message: problemsOf(parsed.error) });
  const { sittingId: _, ...notice } = parsed.data;
  const told = await announce(instructed, notice);
  if (!told.ok) return refused(told.error);
  print('Told.');
  return 0;
}

/** The newest attempt of somebody; undefined where there is none. */
async function attemptOf(sitting: ReviewedSitting, email: string): Promise<string | undefined> {
  const { newestAttempt } = await import('@/lib/features/notices/data');
  return (await newestAttempt(sitting, email.toLowerCase())) ?? undefined;
}

async function list({ reviewed }: Sitting) {
  const { sittingNotices } = await import('@/lib/features/notices/data');
  const { questions, notices } = await sittingNotices(reviewed);
  if (questions.length + notices.length === 0) note('Nothing was asked or told in it yet.');
  for (const { id, name, partId, text, answers } of questions) {
    print(`${id}  ${name}${partId === null ? '' : `, part ${partId}`}: ${text}`);
    for (const answer of answers)
      print(`  answered${answer.toAll ? ' to all' : ''}: ${answer.text}`);
  }
  for (const { to, partId, text, at } of notices) {
    const about = partId === null ? '' : `, part ${partId}`;
    print(`${at.toISOString()}  to ${to ?? 'all'}${about}: ${text}`);
  }
  return 0;
}

async function answerOne({ reviewed }: Sitting, { what, values, flags }: Called) {
  const { answer } = await import('@/lib/features/notices/mutations');
  const { answerSchema } = await import('@/lib/features/notices/schema');
  const parsed = answerSchema.safeParse({
    sittingId: reviewed.id,
    questionId: what,
    toAll: flags.has('to-all'),
    text: values.text ?? '',
  });
  if (!parsed.success) return refused({ message: problemsOf(parsed.error) });
  const { sittingId: _, ...words } = parsed.data;
  const answered = await answer(reviewed, null, words);
  if (!answered.ok) return refused(answered.error);
  print('Answered.');
  return 0;
}
