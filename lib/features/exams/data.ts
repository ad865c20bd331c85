import 'server-only';
import { db } from '@/lib/server/db';

/** Throws where the database does not answer. */
export async function databaseAnswers(): Promise<void> {
  await db().$queryRaw`SELECT 1`;
}

/** Whether nobody was ever added: the server is new. */
export async function isEmpty(): Promise<boolean> {
  return (await db().person.findFirst({ select: { id: true } })) === null;
}
