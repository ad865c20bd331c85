import { databaseAnswers } from '@/lib/features/exams/data';
import { answering, reply } from '@/lib/server/http';

export const dynamic = 'force-dynamic';

/** 200 once pages can be served; the database is asked every time. */
export const GET = answering(async () => {
  await databaseAnswers();
  return reply({ status: 'ok' });
});
