/** Adds so many students to the demo course, as an admin would. Prints their accounts as JSON. */
import { randomUUID } from 'node:crypto';
import { addPerson } from '@/lib/features/people/mutations';
import { db } from '@/lib/server/db';
import { withOurDatabase } from '../../bin/database/ours';

const [howMany = '1'] = process.argv.slice(2);

const accounts = Array.from({ length: Number(howMany) }, () => {
  const id = randomUUID().slice(0, 8);
  return { email: `s-${id}@nabla.example`, name: `Student ${id}`, password: `password-${id}` };
});

await withOurDatabase(async () => {
  for (const account of accounts) {
    const enrolment = { course: 'deep-learning', role: 'STUDENT' as const };
    const added = await addPerson({ ...account, isAdmin: false, enrolment }, null);
    if (!added.ok) throw new Error(added.error.message);
  }
  await db().$disconnect();
});
console.log(JSON.stringify(accounts));
