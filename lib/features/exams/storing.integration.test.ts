import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db';
import { canaryExam } from '@/lib/testing/canary-exam';
import { newWorld, setClock } from '@/lib/testing/world';
import { createDemo, DEMO_PEOPLE } from './demo-mutations';
import { storeExam } from './mutations';

beforeEach(() => setClock(0));

describe('storing an exam', () => {
  it('makes a version only where the source changed, however many starters try', async () => {
    const exam = { ...canaryExam('-versions'), slug: 'versions' };
    const stored = await Promise.all([1, 2, 3].map(() => storeExam(exam)));
    expect(new Set(stored.map(({ versionId }) => versionId)).size).toBe(1);
    expect(stored.filter(({ isNew }) => isNew)).toHaveLength(1);
    const changed = await storeExam({ ...exam, hash: 'a'.repeat(64) });
    expect(changed).toMatchObject({ number: 2, isNew: true });
    expect(await storeExam(exam)).toMatchObject({ number: 3, isNew: true });
  });

  it('moves sittings that nobody has begun, and leaves the others', async () => {
    const [fresh, begun] = [await newWorld(), await newWorld()];
    await begun.attempt(await begun.person('STUDENT'));
    const { versionId } = await storeExam({ ...canaryExam(), hash: 'b'.repeat(64) });
    const versionOf = async (id: string) =>
      (await db().sitting.findUniqueOrThrow({ where: { id } })).versionId;
    expect(await versionOf(fresh.sittingId)).toBe(versionId);
    expect(await versionOf(begun.sittingId)).toBe(begun.versionId);
    const events = await db().auditEvent.findMany({
      where: { subject: `sitting:${fresh.sittingId}` },
    });
    expect(events).toMatchObject([{ action: 'sitting.version', actorId: null }]);
  });

  it('keeps keys apart from parts', async () => {
    const { versionId } = await storeExam(canaryExam('-keys'));
    const parts = await db().part.findMany({ where: { versionId } });
    const keys = await db().partKey.findMany({ where: { versionId } });
    expect(parts).toHaveLength(3);
    expect(keys).toHaveLength(3);
    expect(JSON.stringify(parts)).not.toContain('canary-');
    expect(JSON.stringify(keys)).toContain('canary-');
  });
});

it('the demo has everyone whom the start command names', async () => {
  const { versionId } = await storeExam(canaryExam('-demo'));
  await createDemo({ versionId, title: 'Demo', minutes: 60 });
  const people = await db().person.findMany({ include: { enrolments: true } });
  for (const { email, role } of DEMO_PEOPLE) {
    const person = people.find((each) => each.email === email);
    expect(person?.isAdmin).toBe(role === null);
    expect(person?.enrolments.map((enrolment) => enrolment.role)).toEqual(role ? [role] : []);
  }
});
