import type { SignedInPerson } from '@/lib/features/people/data';
import { fail, ok, type Result } from '@/lib/result';
import {
  type Called,
  ID_OF_ATTEMPT,
  ID_OF_SITTING,
  misused,
  note,
  onDatabase,
  print,
  problemBehind,
  problemsOf,
  readCall,
  readNumber,
  refused,
} from './common';

const USAGE = `nabla attempt late <sitting> --by <e-mail>             what arrived after the end, by student and part
nabla attempt accept <attempt> --part <part> …         it counts, and is graded
nabla attempt leave <attempt> --part <part> …          it does not count, or no longer does
nabla attempt hand-in <attempt> …                      submits it for the student
nabla attempt reopen <attempt> --minutes <n> …         lets the student go on for so long at least
nabla attempt withdraw <attempt> …                     it counts as not taken; its room closes
nabla attempt restore <attempt> …                      takes that back

  --by <e-mail>    who decides: staff of the course
  --reason <why>   the student reads it, and it stays on record
  --revision <n>   which of several; else the newest that arrived late`;

type Command = (person: SignedInPerson, called: Called) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  late,
  accept: (person, called) => decide(person, called, true),
  leave: (person, called) => decide(person, called, false),
  'hand-in': handIn,
  reopen,
  withdraw: (person, called) => take(person, called, true),
  restore: (person, called) => take(person, called, false),
};

/** The options that are numbers, and how one looks. */
const NUMBERS = [
  ['minutes', '10'],
  ['revision', '2'],
] as const;

/**
 * `nabla attempt …`: what staff decide of attempts.
 * @returns the exit status: 0; 1 where it is refused; 2 for wrong arguments
 */
export async function run(args: readonly string[]): Promise<number> {
  const called = readCall(args, ['by', 'part', 'reason', 'revision', 'minutes'], []);
  if (!called.ok) return misused(USAGE, called.error);
  const { name, what, values } = called.value;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return misused(USAGE, name === '' ? '' : `no command "attempt ${name}"`);
  const needs = name === 'late' ? ID_OF_SITTING : ID_OF_ATTEMPT;
  const problem = problemBehind(`attempt ${name}`, what === '' ? [] : [what], needs);
  if (problem !== null) return misused(USAGE, problem);
  for (const [option, example] of NUMBERS) {
    const text = values[option];
    const number = text === undefined ? null : readNumber(option, text, example);
    if (number?.ok === false) return misused(USAGE, number.error);
  }
  if (values.by === undefined) return misused(USAGE, '--by says who decides');
  const by = values.by;
  return onDatabase(async () => {
    const person = await personOf(by);
    return person.ok ? command(person.value, called.value) : refused(person.error);
  });
}

/** Whoever decides has to be allowed to: nothing is done in the name of the command line. */
async function personOf(email: string): Promise<Result<SignedInPerson, { message: string }>> {
  const { personById } = await import('@/lib/features/people/data');
  const { personByEmail } = await import('@/lib/features/people/people-data');
  const { serverAdmin } = await import('@/lib/features/people/policy');
  const id = await personByEmail(serverAdmin(), email);
  const person = id === null ? null : await personById(id);
  return person ? ok(person) : fail({ message: `There is nobody with the e-mail ${email}.` });
}

const DECIDED = { ACCEPTED: 'accepted', REFUSED: 'left' } as const;

async function late(person: SignedInPerson, { what }: Called): Promise<number> {
  const { lateOfSitting } = await import('@/lib/features/review/late-data');
  const { reviewedSitting } = await import('@/lib/features/review/policy');
  const sitting = await reviewedSitting(person, what);
  if (!sitting.ok) return refused(sitting.error);
  const lines = await lateOfSitting(sitting.value);
  if (lines.length === 0) note('Nothing arrived after the end.');
  for (const line of lines) {
    const { attemptId, name, email, partId, number, secondsLate, decision } = line;
    const state = decision === null ? 'to decide' : DECIDED[decision];
    print(
      `${attemptId}  ${name} <${email}>, ${partId}, revision ${number}, ${secondsLate} s after the end, ${state}`,
    );
  }
  return 0;
}

async function decide(
  person: SignedInPerson,
  { what, values }: Called,
  accept: boolean,
): Promise<number> {
  const { lateParts } = await import('@/lib/features/review/late-data');
  const { decideLate } = await import('@/lib/features/review/late-mutations');
  const { reviewedAttempt } = await import('@/lib/features/review/policy');
  const { lateDecisionSchema } = await import('@/lib/features/review/schema');
  const attempt = await reviewedAttempt(person, what);
  if (!attempt.ok) return refused(attempt.error);
  const part = (await lateParts(attempt.value)).find(({ partId }) => partId === values.part);
  if (!part) return refused({ message: 'Nothing of this part arrived late; --part says which.' });
  const parsed = lateDecisionSchema.omit({ attemptId: true }).safeParse({
    ...{ partId: part.partId, accept, reason: values.reason ?? '', seenMarkId: part.seenMarkId },
    number: values.revision === undefined ? part.revisions[0]?.number : Number(values.revision),
  });
  if (!parsed.success) return refused({ message: parsed.error.issues[0]?.message ?? '' });
  const decided = await decideLate(attempt.value, parsed.data);
  if (!decided.ok) return refused(decided.error);
  print(accept ? 'Accepted; it is being graded.' : 'It does not count.');
  return 0;
}

async function handIn(person: SignedInPerson, { what, values }: Called): Promise<number> {
  const { handInSchema } = await import('@/lib/features/monitor/schema');
  const { handInFor } = await import('@/lib/features/monitor/mutations');
  const { instructedAttempt } = await import('@/lib/features/review/policy');
  const attempt = await instructedAttempt(person, what);
  if (!attempt.ok) return refused(attempt.error);
  const parsed = handInSchema.safeParse({ attemptId: what, reason: values.reason ?? '' });
  if (!parsed.success) return refused({ message: problemsOf(parsed.error) });
  const done = await handInFor(attempt.value, parsed.data.reason);
  if (!done.ok) return refused(done.error);
  print('Handed in.');
  return 0;
}

async function reopen(person: SignedInPerson, { what, values }: Called): Promise<number> {
  const { reopenSchema } = await import('@/lib/features/monitor/schema');
  const mutations = await import('@/lib/features/monitor/mutations');
  const { instructedAttempt } = await import('@/lib/features/review/policy');
  if (values.minutes === undefined) return misused(USAGE, '--minutes says for how long at least');
  const attempt = await instructedAttempt(person, what);
  if (!attempt.ok) return refused(attempt.error);
  const parsed = reopenSchema.safeParse({
    attemptId: what,
    minutes: Number(values.minutes),
    reason: values.reason ?? '',
  });
  if (!parsed.success) return refused({ message: problemsOf(parsed.error) });
  const done = await mutations.reopen(attempt.value, parsed.data);
  if (!done.ok) return refused(done.error);
  print(`Open until ${done.value.dueAt.toISOString()} at least.`);
  return 0;
}

async function take(
  person: SignedInPerson,
  { what, values }: Called,
  out: boolean,
): Promise<number> {
  const { withdrawSchema } = await import('@/lib/features/monitor/schema');
  const { restore, withdraw } = await import('@/lib/features/monitor/withdraw-mutations');
  const { instructedAttempt } = await import('@/lib/features/review/policy');
  const attempt = await instructedAttempt(person, what);
  if (!attempt.ok) return refused(attempt.error);
  const parsed = withdrawSchema.safeParse({ attemptId: what, reason: values.reason ?? '' });
  if (!parsed.success) return refused({ message: parsed.error.issues[0]?.message ?? '' });
  const done = await (out ? withdraw : restore)(attempt.value, parsed.data.reason);
  if (!done.ok) return refused(done.error);
  print(out ? 'Withdrawn.' : 'It counts again.');
  return 0;
}
