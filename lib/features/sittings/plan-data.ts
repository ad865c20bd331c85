import 'server-only';
import { fail, ok, type Result } from '@/lib/result';
import type { Database } from '@/lib/server/db';
import { type DomainError, refusal } from '@/lib/server/errors';
import type { SittingInput } from './schema';
import { momentOf, type TimeChoice, writtenIn } from './wall-clock';

/** Why what was written is no sitting, and where. */
export interface PlanProblem extends DomainError {
  field: keyof SittingInput;
  /** Of a time that comes twice. */
  choices: TimeChoice[];
}

/** What was written, as it is stored. */
export interface SittingPlan {
  sitting: Omit<SittingInput, 'opens' | 'closes' | 'candidates'> & {
    opensAt: Date;
    closesAt: Date;
    listOnly: boolean;
  };
  candidateIds: string[];
}

/** What a sitting is before it is edited. */
export interface Current {
  versionId: string;
  opensAt: Date;
  closesAt: Date;
  timeZone: string;
}

/** Reads what staff wrote of a sitting of a course; `current` is what it was before, where it was. */
export async function planOf(
  tx: Database,
  courseId: string,
  { input, current }: { input: SittingInput; current: Current | null },
): Promise<Result<SittingPlan, PlanProblem>> {
  const { opens, closes, candidates, ...rest } = input;
  const opensAt = readMoment('opens', input, current && { ...current, at: current.opensAt });
  if (!opensAt.ok) return opensAt;
  const closesAt = readMoment('closes', input, current && { ...current, at: current.closesAt });
  if (!closesAt.ok) return closesAt;
  if (closesAt.value <= opensAt.value) return problem('closes', 'It must close after it opens.');
  if (input.versionId !== current?.versionId && !(await isOffered(tx, courseId, input.versionId))) {
    return problem('versionId', 'Choose a published version of this course’s exams.');
  }
  const found = await findCandidates(tx, courseId, candidates ?? []);
  if (!found.ok) return found;
  const sitting = {
    ...rest,
    opensAt: opensAt.value,
    closesAt: closesAt.value,
    listOnly: candidates !== null,
  };
  return ok({ sitting, candidateIds: found.value });
}

function readMoment(
  field: 'opens' | 'closes',
  input: SittingInput,
  current: { at: Date; timeZone: string } | null,
): Result<Date, PlanProblem> {
  const { timeZone } = input;
  // Of a moment that nobody changed the seconds stay.
  const isKept = current?.timeZone === timeZone && writtenIn(current.at, timeZone) === input[field];
  if (isKept) return ok(current.at);
  const moment = momentOf(input[field], timeZone);
  return moment.ok ? moment : problem(field, moment.error.message, moment.error.choices);
}

/** Whether a version is published, and of the course's library or the server's. */
async function isOffered(tx: Database, courseId: string, versionId: string): Promise<boolean> {
  const version = await tx.examVersion.findFirst({
    where: {
      id: versionId,
      publication: { isNot: null },
      exam: { OR: [{ courseId }, { courseId: null }] },
    },
    select: { id: true },
  });
  return version !== null;
}

async function findCandidates(
  tx: Database,
  courseId: string,
  emails: readonly string[],
): Promise<Result<string[], PlanProblem>> {
  const people = await tx.person.findMany({
    where: {
      email: { in: [...emails] },
      enrolments: { some: { courseId, role: 'STUDENT' } },
    },
    select: { id: true, email: true },
  });
  const known = new Set(people.map(({ email }) => email));
  const missing = emails.filter((email) => !known.has(email));
  if (missing.length > 0) {
    const shown = missing.slice(0, MOST_NAMED).join(', ');
    const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
    return problem('candidates', `No students of this course: ${shown}${more}.`);
  }
  return ok(people.map(({ id }) => id));
}

const MOST_NAMED = 5;

export function problem(
  field: keyof SittingInput,
  message: string,
  choices: TimeChoice[] = [],
): { ok: false; error: PlanProblem } {
  return fail({ ...refusal('INVALID', message).error, field, choices });
}
