import { z } from 'zod';
import type { InstructedCourse } from '@/lib/features/courses/policy';
import { fail, ok, type Result } from '@/lib/result';
import { type Called, note, print } from './common';

const MOST = 50;

/**
 * `nabla course log <slug>`: what happened in a course, newest first.
 * @returns what prints it, or what is wrong with the options
 */
export async function courseLog({
  values,
  flags,
}: Called): Promise<Result<(course: InstructedCourse) => Promise<number>, string>> {
  const { KIND_NAMES, LOG_KINDS, logQuerySchema } = await import('@/lib/features/log/schema');
  const { kind = 'all', person = '', sitting = '' } = values;
  if (kind !== 'all' && !Object.hasOwn(KIND_NAMES, kind))
    return fail(`there is no kind "${kind}"; there are ${LOG_KINDS.join(', ')}`);
  if (sitting !== '' && !z.uuid().safeParse(sitting).success)
    return fail('--sitting is the id of a sitting: nabla sitting list');
  const most = z.coerce
    .number()
    .int()
    .min(1)
    .safeParse(values.most ?? MOST);
  if (!most.success) return fail('--most is a whole number such as 50.');
  const query = logQuerySchema.parse({ kind, person, sitting });
  return ok(async (course) => {
    if (flags.has('csv')) {
      const { logLines } = await import('@/lib/features/log/log-file');
      // A file holds all of it, where nobody says how much.
      const wanted = values.most === undefined ? undefined : most.data;
      for await (const line of logLines(course, query, wanted)) process.stdout.write(line);
      return 0;
    }
    const { logPage } = await import('@/lib/features/log/log-data');
    const { entries } = await logPage(course, query, most.data);
    if (entries.length === 0) note('Nothing of that is on record.');
    for (const { at, actor, says, reason } of entries)
      print(`${at}  ${actor ?? 'The server'} ${says}${reason === '' ? '' : ` (${reason})`}`);
    return 0;
  });
}
