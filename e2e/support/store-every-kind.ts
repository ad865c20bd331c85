/**
 * Stores a course with a student, an instructor and a practice sitting whose exam has a part of every
 * kind of answer, made of its golden parts. Prints the full answer of each part as JSON.
 */
import { createHash } from 'node:crypto';
import { createSitting, storeExam } from '@/lib/features/exams/mutations';
import { addPerson } from '@/lib/features/people/mutations';
import { parseExam } from '@/lib/kinds/exams/parse-exam';
import { goldenParts } from '@/lib/kinds/registry/golden';
import { type KindName, kindNames } from '@/lib/kinds/registry/names';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { withOurDatabase } from '../../bin/database/ours';

const [slug = '', password = ''] = process.argv.slice(2);
const DAY_MS = 24 * 60 * 60_000;

/** The first part of a kind, and the longest of its answers that are right, which shows the most. */
function sampleOf(kind: KindName) {
  const [golden] = goldenParts[kind];
  if (!golden) throw new Error(`${kind} has no golden part`);
  const isShown = ({ verdict }: { verdict: string }) => kind === 'text' || verdict === 'right';
  const [answer] = golden.cases
    .filter(isShown)
    .map((each) => each.answer)
    .sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
  return { part: golden.part, points: golden.points, answer };
}

const samples = kindNames.map((kind) => ({ kind, ...sampleOf(kind) }));
/** A part that asks for something else in each of its fields. */
const FORMS = {
  id: 'forms',
  points: 3,
  kind: 'formula',
  prompt: 'Answer.',
  symbols: {
    n: { latex: 'n', domain: '1..inf' },
    lambda: { latex: '\\lambda' },
    x: { latex: 'x' },
  },
  fields: {
    M: { label: 'M', asks: 'set', variable: 'x', reference: '[0, 1]' },
    T: { label: 'T', asks: 'growth', reference: 'O(n)' },
    y: { label: 'y', reference: 'e^{-lambda x}' },
  },
};
const source = JSON.stringify({
  slug,
  title: 'Every kind of answer',
  minutes: 60,
  rules: 'Write.',
  assignments: [
    ...samples.map(({ kind, part, points }) => ({
      title: kind,
      parts: [{ id: kind, points, kind, prompt: 'Answer.', ...Object(part) }],
    })),
    { title: 'forms', parts: [FORMS] },
  ],
});
const parsed = parseExam(source, `${slug}.yaml`);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
const hash = createHash('sha256').update(source).digest('hex');

await withOurDatabase(async () => {
  const { versionId } = await storeExam({ ...parsed.value.exam, source, hash, files: [] });
  const { id: courseId } = await db().course.create({ data: { slug, title: 'Every kind' } });
  const opensAt = now();
  await createSitting({
    courseId,
    versionId,
    title: 'Every kind of answer',
    mode: 'PRACTICE',
    opensAt,
    closesAt: new Date(opensAt.getTime() + DAY_MS),
    minutes: 60,
    accessCode: null,
  });
  for (const role of ['STUDENT', 'INSTRUCTOR'] as const) {
    const name = `${role} ${slug}`;
    const email = `${role.toLowerCase()}-${slug}@nabla.example`;
    await addPerson(
      { email, name, password, isAdmin: false, enrolment: { course: slug, role } },
      null,
    );
  }
});
process.stdout.write(
  JSON.stringify(Object.fromEntries(samples.map(({ kind, answer }) => [kind, answer]))),
);
process.exit(0);
