/** Stores a course with a student and a practice sitting of the exam with pictures and tables. */
import { createSitting, storeExam } from '@/lib/features/exams/mutations';
import { addPerson } from '@/lib/features/people/mutations';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { picturedExam } from '@/lib/testing/pictured-exam';
import { withOurDatabase } from '../../bin/database/ours';

const [slug = '', password = ''] = process.argv.slice(2);
const HOUR_MS = 60 * 60_000;

await withOurDatabase(async () => {
  const { versionId } = await storeExam(await picturedExam());
  const { id: courseId } = await db().course.create({ data: { slug, title: 'Pictures' } });
  const opensAt = now();
  await createSitting({
    courseId,
    versionId,
    title: 'Pictures and tables',
    mode: 'PRACTICE',
    opensAt,
    closesAt: new Date(opensAt.getTime() + HOUR_MS),
    minutes: 30,
    accessCode: null,
  });
  const enrolment = { course: slug, role: 'STUDENT' as const };
  const email = `student-${slug}@nabla.example`;
  await addPerson({ email, name: 'A student', password, isAdmin: false, enrolment }, null);
});
process.exit(0);
