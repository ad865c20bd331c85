import { emailSchema, splitName, studentNumberSchema } from '@/lib/features/people/schema';
import { fail, ok, type Result } from '@/lib/result';
import type { Field } from './columns';
import type { TableLine } from './read-table';

/** Somebody as a row of the file says it. */
export interface RosterEntry {
  email: string | null;
  studentNumber: string | null;
  /** Empty where the row does not say it. */
  givenName: string;
  familyName: string;
}

export interface RosterRow {
  line: number;
  /** As it stands in the file, for who reads the preview. */
  shown: { name: string; email: string; number: string };
  /** Why it is nobody: `ignored` for rows that are no people in any such file. */
  entry: Result<RosterEntry, { ignored: boolean; message: string }>;
}

/** What each row of a table says by what its columns are. */
export function readRows(
  rows: readonly TableLine[],
  columns: readonly (Field | null)[],
): RosterRow[] {
  return rows.map(({ line, cells }) => {
    const cell = (field: Field) => cells[columns.indexOf(field)]?.trim() ?? '';
    const raw = {
      email: cell('email') || (cell('login').includes('@') ? cell('login') : ''),
      number: cell('number'),
      name: cell('name'),
      familyName: cell('familyName'),
      givenName: cell('givenName'),
    };
    const name = [raw.givenName, raw.familyName].filter(Boolean).join(' ') || raw.name;
    const shown = { name, email: raw.email, number: raw.number };
    return { line, shown, entry: entryOf(raw) };
  });
}

type Raw = Record<'email' | 'number' | 'name' | 'familyName' | 'givenName', string>;

/** What a spreadsheet would calculate; no name begins so. */
const FORMULA = /^[=+\-@＝＋－＠]/;
const MOST_NAME = 100;

function entryOf(raw: Raw): RosterRow['entry'] {
  if (/^points possible$/i.test(raw.name) || /^(student, test|test student)$/i.test(raw.name)) {
    return fail({ ignored: true, message: 'A line that Canvas adds to its lists' });
  }
  const names =
    raw.familyName === '' && raw.name !== ''
      ? splitName(raw.name)
      : { givenName: raw.givenName, familyName: raw.familyName };
  for (const part of Object.values(names)) {
    if (FORMULA.test(part)) return wrong(`The name begins with "${part.charAt(0)}"`);
    if (part.length > MOST_NAME) return wrong(`The name has more than ${MOST_NAME} characters`);
  }
  const email = raw.email === '' ? null : emailSchema.safeParse(raw.email);
  if (email?.success === false) return wrong(`"${raw.email}" is not an e-mail address`);
  const number = studentNumberSchema.safeParse(raw.number);
  if (!number.success) return wrong(`"${raw.number}" is not a student number`);
  if (!email && number.data === null) return wrong('Neither e-mail nor student number');
  return ok({ email: email?.data ?? null, studentNumber: number.data, ...names });
}

function wrong(message: string): RosterRow['entry'] {
  return fail({ ignored: false, message });
}
