/**
 * A sitting of its own for one student of the demo course, over for an hour, in which two answers arrived
 * 40 and 45 seconds after the end: 2a, of which a wrong one was there, and 3, of which nothing was.
 */
import { randomUUID } from 'node:crypto';
import { startAttempt } from '@/lib/features/attempt/mutations';
import { ownAttempt, ownSitting } from '@/lib/features/attempt/policy';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { sweepOverdue } from '@/lib/features/attempt/submit-mutations';
import { createSitting } from '@/lib/features/exams/mutations';
import { personById } from '@/lib/features/people/data';
import { db } from '@/lib/server/db';
import { withOurDatabase } from '../../bin/database/ours';

const [email = '', title = ''] = process.argv.slice(2);
const MINUTE_MS = 60_000;
const MINUTES = 30;
const BEGINS = Date.now() - 90 * MINUTE_MS;

/** Sets this program's clock to so many minutes after the beginning. */
function setClock(minutes: number): void {
  process.env.NABLA_NOW = new Date(BEGINS + minutes * MINUTE_MS).toISOString();
}

const fields = (values: Record<string, string>) => ({ fields: values });
const STEP = 'x_t + \\mu(x_t - x_{t-1}) - \\varepsilon g(x_t)';
const MINUS = 'x_t - \\mu(x_t - x_{t-1}) - \\varepsilon g(x_t)';

await withOurDatabase(async () => {
  const course = await db().course.findUniqueOrThrow({ where: { slug: 'deep-learning' } });
  const { versionId } = await db().publication.findFirstOrThrow({
    where: { version: { exam: { slug: 'deep-learning-ss2022-t1' } } },
  });
  const { id } = await db().person.findUniqueOrThrow({ where: { email }, select: { id: true } });
  const opensAt = new Date(BEGINS);
  const { id: sittingId } = await createSitting({
    ...{ courseId: course.id, versionId, title, mode: 'EXAM', minutes: MINUTES, accessCode: null },
    ...{ opensAt, closesAt: new Date(BEGINS + MINUTES * MINUTE_MS) },
  });
  // Until it is over it ends in the future, for the worker of the site would hand it in at once.
  await db().sitting.update({
    where: { id: sittingId },
    data: {
      ...{ listOnly: true, candidates: { create: { personId: id } } },
      ...{ minutes: 10 * MINUTES, closesAt: new Date(BEGINS + 10 * MINUTES * MINUTE_MS) },
    },
  });
  setClock(0);
  const person = await personById(id);
  const sitting = person && (await ownSitting(person, sittingId));
  const started = sitting?.ok ? await startAttempt(sitting.value, null) : null;
  const attempt = person && started?.ok ? await ownAttempt(person, started.value.attemptId) : null;
  if (!attempt?.ok) throw new Error('nothing was begun');
  const save = async (partId: string, content: ReturnType<typeof fields>, base = 0) => {
    const body = { content, base, note: '', clientId: 'late', supersedes: [] };
    const saved = await saveAnswer(attempt.value, partId, {
      ...body,
      idempotencyKey: randomUUID(),
    });
    if (!saved.ok) throw new Error(saved.error.message);
  };
  setClock(20);
  await save('2a', fields({ x_next: MINUS }));
  const end = new Date(BEGINS + MINUTES * MINUTE_MS);
  await db().sitting.update({
    where: { id: sittingId },
    data: { minutes: MINUTES, closesAt: end },
  });
  await db().attempt.update({ where: { id: attempt.value.id }, data: { dueAt: end } });
  setClock(MINUTES + 40 / 60);
  await sweepOverdue();
  await save('2a', fields({ x_next: STEP }), 1);
  setClock(MINUTES + 45 / 60);
  await save('3', fields({ R: 'R_{k-1} + (r_k - 1) S_{k-1}', S: 's_k S_{k-1}' }));
  await db().$disconnect();
});
process.exit(0);
