import 'server-only';
import { failedAddressees, NEWEST_MAIL, shownMail } from '@/lib/features/mail/data';
import type { ShownMail } from '@/lib/features/mail/schema';
import { type Role, searchWords } from '@/lib/features/people/schema';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/prisma-client/client';
import type { InstructedCourse } from './policy';
import type { MemberColumn, MemberQuery } from './schema';

const PAGE_SIZE = 50;

/** How somebody can sign in: not at all, or not yet. */
type AccountState = 'active' | 'invited' | 'none' | 'deactivated';

interface Member {
  id: string;
  name: string;
  email: string;
  studentNumber: string | null;
  role: Role;
  account: AccountState;
  /** The newest mail to them. */
  mail: ShownMail | null;
}

export interface MemberTable {
  rows: Member[];
  /** Rows of all pages. */
  total: number;
  /** The page that is shown: never beyond the last. */
  page: number;
  pageSize: number;
  /** People of the course, whatever the filter. */
  people: number;
}

/** The people of a course, filtered, sorted and paged by the database. */
export async function memberTable(
  { id: courseId }: InstructedCourse,
  query: MemberQuery,
): Promise<MemberTable> {
  const where: Prisma.EnrolmentWhereInput = {
    courseId,
    ...(query.role !== 'all' && { role: query.role }),
    person: {
      ...(await withAccount(courseId, query.account)),
      AND: searchWords(query.search).map((word) => ({ search: { contains: word } })),
    },
  };
  const [total, people] = await Promise.all([
    db().enrolment.count({ where }),
    db().enrolment.count({ where: { courseId } }),
  ]);
  const page = Math.min(query.page, Math.max(1, Math.ceil(total / PAGE_SIZE)));
  const rows = await db().enrolment.findMany({
    where,
    orderBy: orderBy(query),
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: { role: true, person: { select: accountFields() } },
  });
  return {
    ...{ total, page, people, pageSize: PAGE_SIZE },
    rows: rows.map(({ role, person }) => ({
      ...{ id: person.id, name: person.name, email: person.email },
      studentNumber: person.studentNumber,
      role,
      account: accountState(person),
      mail: shownMail(person.mails),
    })),
  };
}

async function withAccount(
  courseId: string,
  account: MemberQuery['account'],
): Promise<Prisma.PersonWhereInput> {
  if (account === 'all') return {};
  const open = { usedAt: null, expiresAt: { gt: now() } };
  const without = { passwordHash: null, deactivatedAt: null, identities: { none: {} } };
  if (account === 'none') return { ...without, invitations: { none: open } };
  if (account === 'invited') return { ...without, invitations: { some: open } };
  return { ...without, id: { in: await failedAddressees(courseId) } };
}

function accountFields() {
  return {
    ...{ id: true, name: true, email: true, studentNumber: true },
    ...{ deactivatedAt: true, passwordHash: true },
    identities: { select: { subject: true }, take: 1 },
    invitations: {
      where: { usedAt: null, expiresAt: { gt: now() } },
      select: { id: true },
      take: 1,
    },
    mails: NEWEST_MAIL,
  } as const;
}

function accountState(person: {
  deactivatedAt: Date | null;
  passwordHash: string | null;
  identities: readonly unknown[];
  invitations: readonly unknown[];
}): AccountState {
  if (person.deactivatedAt) return 'deactivated';
  if (person.passwordHash !== null || person.identities.length > 0) return 'active';
  return person.invitations.length > 0 ? 'invited' : 'none';
}

function orderBy({ sort, direction }: MemberQuery): Prisma.EnrolmentOrderByWithRelationInput[] {
  const nullable = { sort: direction, nulls: 'last' } as const;
  const by: Readonly<Record<MemberColumn, Prisma.EnrolmentOrderByWithRelationInput[]>> = {
    name: [{ person: { search: direction } }],
    number: [{ person: { studentNumber: nullable } }],
    email: [{ person: { email: direction } }],
    role: [{ role: direction }],
    account: [{ person: { deactivatedAt: nullable } }, { person: { passwordHash: nullable } }],
  };
  return [...by[sort], { person: { search: 'asc' } }, { personId: 'asc' }];
}

/** What an instructor may do about the account of somebody in the course. */
export async function membersRights(
  tx: Database,
  { actorId, isAdmin }: InstructedCourse,
  personId: string,
): Promise<{ deactivated: boolean; hasAccount: boolean; isOurs: boolean }> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      ...{ deactivatedAt: true, passwordHash: true, isAdmin: true, mayCreateCourses: true },
      identities: { select: { subject: true }, take: 1 },
    },
  });
  const elsewhere = isAdmin
    ? 0
    : await tx.enrolment.count({
        where: {
          personId,
          course: { enrolments: { none: { personId: actorId ?? '', role: 'INSTRUCTOR' } } },
        },
      });
  return {
    deactivated: person.deactivatedAt !== null,
    hasAccount: person.passwordHash !== null || person.identities.length > 0,
    isOurs: isAdmin || (elsewhere === 0 && !person.isAdmin && !person.mayCreateCourses),
  };
}
