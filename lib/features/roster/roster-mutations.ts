import 'server-only';
import { createHash } from 'node:crypto';
import { openCourse } from '@/lib/features/courses/member-mutations';
import type { InstructedCourse } from '@/lib/features/courses/policy';
import { personColumns, type Role } from '@/lib/features/people/schema';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { type Database, db } from '@/lib/server/db';
import { type DomainError, isUniqueViolation, refusal } from '@/lib/server/errors';
import { type Field, tellsPeople } from './columns';
import { type PlannedRow, planRoster } from './plan';
import { readRows } from './read-rows';
import { type ReadOptions, type RosterTable, readTable } from './read-table';
import { knownPeople } from './roster-data';

/** Thousands of rows at once. */
const IMPORT_MS = 120_000;

export interface RosterOptions extends ReadOptions {
  /** What each column says; null for what its head says. */
  columns: (Field | null)[] | null;
  role: Exclude<Role, 'INSTRUCTOR'>;
}

export interface RosterPreview {
  table: Omit<RosterTable, 'rows'>;
  /** A row of the file, so that who chooses columns sees what is in them. */
  sample: string[];
  /** Whether the columns are enough to tell people apart; there are no rows where they are not. */
  told: boolean;
  rows: PlannedRow[];
  /** What would be done, in short: who confirms names it, and nothing else is done. */
  digest: string;
}

/** What an import would do with each row of a file. Writes nothing. */
export async function previewRoster(
  course: InstructedCourse,
  bytes: Uint8Array,
  options: RosterOptions,
): Promise<Result<RosterPreview, DomainError>> {
  return preview(db(), course, bytes, options);
}

/**
 * Does what a preview said: everything or nothing. Where something has changed since, nothing is done.
 * @param digest of the preview that was confirmed
 */
export async function importRoster(
  course: InstructedCourse,
  bytes: Uint8Array,
  options: RosterOptions,
  digest: string,
): Promise<Result<RosterPreview, DomainError>> {
  try {
    return await db().$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT id FROM course WHERE id = ${course.id}::uuid FOR UPDATE`;
        const open = await openCourse(tx, course.id);
        if (!open.ok) return open;
        const planned = await preview(tx, course, bytes, options);
        if (!planned.ok) return planned;
        if (planned.value.digest !== digest) return changedMeanwhile();
        await write(tx, course, planned.value.rows, options.role);
        return planned;
      },
      { timeout: IMPORT_MS },
    );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return changedMeanwhile();
  }
}

async function preview(
  tx: Database,
  course: InstructedCourse,
  bytes: Uint8Array,
  options: RosterOptions,
): Promise<Result<RosterPreview, DomainError>> {
  const read = readTable(bytes, options);
  if (!read.ok) return refusal('INVALID', read.error);
  const { rows: lines, ...found } = read.value;
  const columns = found.heads.map((_, index) => (options.columns ?? found.columns)[index] ?? null);
  const table = { ...found, columns };
  const told = tellsPeople(columns);
  const rows = told ? readRows(lines, columns) : [];
  const known = await knownPeople(tx, course, rows);
  const planned = planRoster(rows, known, options.role);
  const sample = lines[0]?.cells ?? [];
  return ok({ table, sample, told, rows: planned, digest: digestOf(planned, options.role) });
}

async function write(
  tx: Database,
  { id: courseId, actorId }: InstructedCourse,
  rows: readonly PlannedRow[],
  role: Role,
): Promise<void> {
  const create = rows.flatMap((row) => row.create ?? []);
  const change = rows.flatMap((row) => row.change ?? []);
  const made = await tx.person.createManyAndReturn({
    data: create.map(personColumns),
    select: { id: true },
  });
  for (const { id, ...details } of change) {
    await tx.person.update({ where: { id }, data: personColumns(details) });
  }
  const added = made.map(({ id }) => id);
  const enrolled = [...added, ...rows.flatMap(({ enrolId }) => enrolId ?? [])];
  await tx.enrolment.createMany({
    data: enrolled.map((personId) => ({ personId, courseId, role })),
  });
  const changed = change.map(({ id }) => id);
  if (enrolled.length + changed.length === 0) return;
  await audit(tx, {
    actorId,
    action: 'roster.import',
    courseId,
    subject: `course:${courseId}`,
    detail: { role, rows: rows.length, added, enrolled, changed },
  });
}

function digestOf(rows: readonly PlannedRow[], role: Role): string {
  return createHash('sha256')
    .update(JSON.stringify([role, rows]))
    .digest('hex');
}

function changedMeanwhile(): { ok: false; error: DomainError } {
  return refusal(
    'ALREADY_EXISTS',
    'People have changed since the preview. Nothing was written; look at the preview again.',
  );
}
