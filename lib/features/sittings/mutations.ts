import 'server-only';
import type { InstructedCourse } from '@/lib/features/courses/policy';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import type { DomainError } from '@/lib/server/errors';
import { toJsonValue } from './audit-detail';
import type { MovedEnd } from './ends-data';
import { lockRunning, moveEnds } from './ends-mutations';
import { type PlanProblem, planOf, problem, type SittingPlan } from './plan-data';
import type { CourseSitting } from './policy';
import type { SittingInput } from './schema';

/** Offers a published version to a course. */
export async function createSittingOf(
  course: InstructedCourse,
  input: SittingInput,
): Promise<Result<{ sittingId: string }, PlanProblem>> {
  const { id: courseId, actorId } = course;
  return db().$transaction(async (tx) => {
    const plan = await planOf(tx, courseId, { input, current: null });
    if (!plan.ok) return plan;
    const { sitting, candidateIds } = plan.value;
    const { id: sittingId } = await tx.sitting.create({
      data: { courseId, ...sitting },
      select: { id: true },
    });
    await setCandidates(tx, sittingId, candidateIds);
    await audit(tx, {
      actorId,
      action: 'sitting.create',
      courseId,
      subject: `sitting:${sittingId}`,
      detail: { ...toJsonValue(sitting), candidates: candidateIds.length },
    });
    return ok({ sittingId });
  });
}

/** Changes a sitting; where it runs, the ends of those who write move with it. */
export async function editSitting(
  { id, courseId, actorId }: CourseSitting,
  input: SittingInput,
): Promise<Result<{ moved: MovedEnd[] }, PlanProblem | DomainError>> {
  return db().$transaction(async (tx) => {
    await lockRunning(tx, id);
    const before = await tx.sitting.findUniqueOrThrow({
      where: { id },
      include: { _count: { select: { attempts: true } } },
    });
    const plan = await planOf(tx, courseId, { input, current: before });
    if (!plan.ok) return plan;
    const { sitting, candidateIds } = plan.value;
    const refused = contradiction(before, sitting);
    if (refused) return refused;
    await tx.sitting.update({ where: { id }, data: sitting });
    await setCandidates(tx, id, candidateIds);
    const moved = await moveEnds(tx, id, { byId: actorId });
    await audit(tx, {
      actorId,
      action: 'sitting.edit',
      courseId,
      subject: `sitting:${id}`,
      detail: {
        ...changes(before, sitting),
        candidates: candidateIds.length,
        moved: moved.map(({ attemptId, after }) => ({ attemptId, dueAt: after.toISOString() })),
      },
    });
    return ok({ moved });
  });
}

/** What must not change any more, because somebody has begun or knows the solutions. */
export function contradiction(
  before: {
    versionId: string;
    mode: string;
    releasedAt: Date | null;
    closesAt: Date;
    _count: { attempts: number };
  },
  after: SittingPlan['sitting'],
): { ok: false; error: PlanProblem } | null {
  if (before._count.attempts > 0 && after.versionId !== before.versionId) {
    return problem('versionId', 'Somebody has begun: all get the version that the first one saw.');
  }
  if (before._count.attempts > 0 && after.mode !== before.mode) {
    return problem('mode', 'Somebody has begun: exam or practice stays what it is.');
  }
  if (before.releasedAt && after.closesAt > now() && after.closesAt > before.closesAt) {
    return problem('closes', 'The results are released, so that nobody may begin any more.');
  }
  return null;
}

/** What another value has now; of the code only that it has. */
function changes(before: object, after: SittingPlan['sitting']) {
  const old = new Map(Object.entries(toJsonValue(before)));
  return Object.fromEntries(
    Object.entries(toJsonValue(after)).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(old.get(key)),
    ),
  );
}

async function setCandidates(tx: Database, sittingId: string, personIds: readonly string[]) {
  await tx.sittingCandidate.deleteMany({
    where: { sittingId, personId: { notIn: [...personIds] } },
  });
  await tx.sittingCandidate.createMany({
    data: personIds.map((personId) => ({ sittingId, personId })),
    skipDuplicates: true,
  });
}
