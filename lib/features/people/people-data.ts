import 'server-only';
import { NEWEST_MAIL, shownMail } from '@/lib/features/mail/data';
import type { ShownMail } from '@/lib/features/mail/schema';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { isMailSetUp } from '@/lib/server/mail';
import type { Prisma } from '@/lib/server/prisma-client/client';
import type { PeopleAdmin } from './policy';
import { emailSchema, type PeopleColumn, type PeopleQuery, searchWords } from './schema';

const PAGE_SIZE = 50;

interface PersonRow {
  id: string;
  name: string;
  email: string;
  studentNumber: string | null;
  isAdmin: boolean;
  mayCreateCourses: boolean;
  deactivated: boolean;
  /** Has a password or an identity of the provider. */
  hasAccount: boolean;
  /** A link to set a password is open. */
  invited: boolean;
  courses: number;
  /** The newest mail to them. */
  mail: ShownMail | null;
}

export interface PeopleTable {
  mailIsSetUp: boolean;
  rows: PersonRow[];
  /** Rows of all pages. */
  total: number;
  /** The page that is shown: never beyond the last. */
  page: number;
  pageSize: number;
}

const STATES: Readonly<Record<PeopleQuery['state'], Prisma.PersonWhereInput>> = {
  all: {},
  admins: { isAdmin: true },
  makers: { OR: [{ isAdmin: true }, { mayCreateCourses: true }] },
  deactivated: { deactivatedAt: { not: null } },
};

/** All people of the server, filtered, sorted and paged by the database. */
export async function peopleTable(_admin: PeopleAdmin, query: PeopleQuery): Promise<PeopleTable> {
  const where: Prisma.PersonWhereInput = {
    ...STATES[query.state],
    AND: searchWords(query.search).map((word) => ({ search: { contains: word } })),
  };
  const total = await db().person.count({ where });
  const page = Math.min(query.page, Math.max(1, Math.ceil(total / PAGE_SIZE)));
  const rows = await db().person.findMany({
    where,
    orderBy: orderBy(query),
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: {
      ...{ id: true, name: true, email: true, studentNumber: true },
      ...{ isAdmin: true, mayCreateCourses: true, deactivatedAt: true, passwordHash: true },
      mails: NEWEST_MAIL,
      _count: {
        select: {
          enrolments: true,
          identities: true,
          invitations: { where: { usedAt: null, expiresAt: { gt: now() } } },
        },
      },
    },
  });
  return {
    ...{ total, page, pageSize: PAGE_SIZE, mailIsSetUp: isMailSetUp() },
    rows: rows.map(({ deactivatedAt, passwordHash, mails, _count, ...person }) => ({
      ...person,
      mail: shownMail(mails),
      deactivated: deactivatedAt !== null,
      hasAccount: passwordHash !== null || _count.identities > 0,
      invited: _count.invitations > 0,
      courses: _count.enrolments,
    })),
  };
}

function orderBy({ sort, direction }: PeopleQuery): Prisma.PersonOrderByWithRelationInput[] {
  const by: Readonly<Record<PeopleColumn, Prisma.PersonOrderByWithRelationInput>> = {
    name: { search: direction },
    number: { studentNumber: { sort: direction, nulls: 'last' } },
    email: { email: direction },
    courses: { enrolments: { _count: direction } },
    added: { createdAt: direction },
  };
  return [by[sort], { search: 'asc' }, { id: 'asc' }];
}

/** The person of an e-mail address, whatever its case. */
export async function personByEmail(_admin: PeopleAdmin, email: string): Promise<string | null> {
  const parsed = emailSchema.safeParse(email);
  if (!parsed.success) return null;
  const person = await db().person.findUnique({
    where: { email: parsed.data },
    select: { id: true },
  });
  return person?.id ?? null;
}
