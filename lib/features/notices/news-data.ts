import 'server-only';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { Batched } from '@/lib/server/live/batched';
import type { RoomNews, RoomNotices } from './schema';

/**
 * How the time of an attempt stands, what staff told its writer, and what they asked, oldest first. A
 * whole room that is told of something asks at once: all of them are read together.
 */
export async function roomNews({ id }: OwnAttempt): Promise<RoomNews> {
  const told = await news.ask(id);
  if (!told) throw new Error(`no attempt ${id}`);
  return told;
}

/** What staff told the writer of an attempt, and what they asked; oldest first. */
export async function noticesOf(attempt: OwnAttempt): Promise<RoomNotices> {
  const { notices, questions } = await roomNews(attempt);
  return { notices, questions };
}

const news = new Batched(readNews);

async function readNews(ids: readonly string[]): Promise<ReadonlyMap<string, RoomNews>> {
  const attempts = await db().attempt.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, sittingId: true, dueAt: true, submittedAt: true },
  });
  const sittingIds = [...new Set(attempts.map(({ sittingId }) => sittingId))];
  const [told, asked] = await Promise.all([toldTo(ids, sittingIds), askedBy(ids)]);
  const at = now().getTime();
  return new Map(
    attempts.map(({ id, sittingId, dueAt, submittedAt }) => [
      id,
      {
        time: { state: submittedAt ? 'submitted' : 'running', now: at, dueAt: dueAt.getTime() },
        notices: [...(told.get(sittingId) ?? []), ...(told.get(id) ?? [])].sort(
          (a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id),
        ),
        questions: asked.get(id) ?? [],
      },
    ]),
  );
}

/** By the id of a sitting what all in it were told, by that of an attempt what its writer was. */
async function toldTo(
  ids: readonly string[],
  sittingIds: readonly string[],
): Promise<ReadonlyMap<string, RoomNews['notices']>> {
  const notices = await db().notice.findMany({
    where: {
      OR: [
        { sittingId: { in: [...sittingIds] }, attemptId: null },
        { attemptId: { in: [...ids] } },
      ],
    },
    select: {
      ...{ id: true, kind: true, attemptId: true, partId: true, text: true, at: true },
      sittingId: true,
    },
  });
  return grouped(
    notices.map(({ attemptId, sittingId, at, ...notice }) => [
      attemptId ?? sittingId,
      { ...notice, toAll: attemptId === null, at: at.toISOString() },
    ]),
  );
}

async function askedBy(
  ids: readonly string[],
): Promise<ReadonlyMap<string, RoomNews['questions']>> {
  const questions = await db().question.findMany({
    where: { attemptId: { in: [...ids] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, attemptId: true, partId: true, text: true, at: true },
      _count: { select: { answers: true } },
    },
  });
  return grouped(
    questions.map(({ attemptId, at, _count, ...question }) => [
      attemptId,
      { ...question, at: at.toISOString(), isAnswered: _count.answers > 0 },
    ]),
  );
}

function grouped<Value>(entries: readonly [string, Value][]): ReadonlyMap<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of entries) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
