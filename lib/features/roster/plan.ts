import { type PersonDetails, type Role, searchable } from '@/lib/features/people/schema';
import { contradictions } from './contradictions';
import type { RosterEntry, RosterRow } from './read-rows';

/** Somebody who is in the database already. */
export interface KnownPerson {
  id: string;
  email: string;
  studentNumber: string | null;
  givenName: string;
  familyName: string;
  /** In the course of the roster; null where they are not in it. */
  role: Role | null;
  /** Whether whoever imports may change what they are called. */
  mayChange: boolean;
}

/** Each row ends in exactly one. */
export const BUCKETS = ['conflict', 'new', 'changed', 'there', 'ignored'] as const;
export type Bucket = (typeof BUCKETS)[number];

export interface PlannedRow {
  line: number;
  shown: RosterRow['shown'];
  bucket: Bucket;
  /** What will be done, or why nothing is. */
  notes: string[];
  /** The person to be made. */
  create: PersonDetails | null;
  /** The person to be put into the course. */
  enrolId: string | null;
  /** The person who changes, and into what. */
  change: (PersonDetails & { id: string }) | null;
}

const ROLE_WORDS = { STUDENT: 'student', GRADER: 'grader', INSTRUCTOR: 'instructor' } as const;

/** What an import would do with each row. Nobody is taken out, and what is done already is done. */
export function planRoster(
  rows: readonly RosterRow[],
  known: readonly KnownPerson[],
  role: Role,
): PlannedRow[] {
  const byEmail = new Map(known.map((person) => [person.email, person]));
  const byNumber = new Map(known.map((person) => [person.studentNumber, person]));
  const matches = rows.map(({ entry }) => {
    if (!entry.ok) return null;
    const { email, studentNumber } = entry.value;
    return {
      email: (email !== null && byEmail.get(email)) || null,
      number: (studentNumber !== null && byNumber.get(studentNumber)) || null,
    };
  });
  const against = contradictions(rows, matches);
  return rows.map((row, index) => {
    const { line, shown, entry } = row;
    const nothing = { line, shown, create: null, enrolId: null, change: null };
    if (!entry.ok) {
      const { ignored, message } = entry.error;
      return { ...nothing, bucket: ignored ? 'ignored' : 'conflict', notes: [message] };
    }
    const inFile = against.get(line);
    if (inFile !== undefined) return { ...nothing, bucket: 'conflict', notes: [inFile] };
    return { ...nothing, ...planned(entry.value, matches[index] ?? null, role) };
  });
}

type Planned = Pick<PlannedRow, 'bucket' | 'notes'> & Partial<PlannedRow>;

function planned(
  entry: RosterEntry,
  match: { email: KnownPerson | null; number: KnownPerson | null } | null,
  role: Role,
): Planned {
  const [byEmail, byNumber] = [match?.email ?? null, match?.number ?? null];
  if (byEmail && byNumber && byEmail.id !== byNumber.id) {
    return conflict('The e-mail and the student number are of different people');
  }
  const person = byEmail ?? byNumber;
  if (!person) return newPerson(entry);
  const { studentNumber } = entry;
  if (studentNumber !== null && person.studentNumber !== null) {
    if (person.studentNumber !== studentNumber)
      return conflict('Somebody with this e-mail has another student number');
  }
  const isOtherAddress = entry.email !== null && entry.email !== person.email;
  if (isOtherAddress && searchable(entry.familyName) !== searchable(person.familyName)) {
    return conflict('The student number is of somebody with another name and e-mail');
  }
  return knownPerson(entry, person, role, isOtherAddress);
}

function newPerson({ email, familyName, givenName, studentNumber }: RosterEntry): Planned {
  if (email === null) return conflict('Nobody has this student number, and there is no e-mail');
  if (familyName === '') return conflict('There is no name');
  const create = { email, familyName, givenName, studentNumber };
  return { bucket: 'new', notes: [], create };
}

function knownPerson(
  entry: RosterEntry,
  person: KnownPerson,
  role: Role,
  isOtherAddress: boolean,
): Planned {
  const { id, email } = person;
  const wanted = {
    ...{ id, email },
    studentNumber: person.studentNumber ?? entry.studentNumber,
    familyName: entry.familyName || person.familyName,
    givenName: entry.givenName || person.givenName,
  };
  const differences = [
    ...(wanted.studentNumber !== person.studentNumber ? ['student number'] : []),
    ...(wanted.familyName !== person.familyName ? ['family name'] : []),
    ...(wanted.givenName !== person.givenName ? ['given name'] : []),
  ];
  const changes = differences.length > 0 && person.mayChange;
  const notes = [
    ...(isOtherAddress ? ['has another e-mail here, which stays'] : []),
    ...(changes ? [`changes: ${differences.join(', ')}`] : []),
    ...(differences.length > 0 && !changes ? [`${differences.join(', ')} here stays`] : []),
    ...(person.role !== null && person.role !== role
      ? [`is ${ROLE_WORDS[person.role]} of the course and stays it`]
      : []),
    ...(person.role === null ? ['is known here already'] : []),
  ];
  const bucket = person.role === null ? 'new' : changes ? 'changed' : 'there';
  return {
    ...{ bucket, notes },
    enrolId: person.role === null ? id : null,
    change: changes ? wanted : null,
  };
}

function conflict(note: string): Planned {
  return { bucket: 'conflict', notes: [note] };
}
