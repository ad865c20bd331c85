import { z } from 'zod';
import { isStorable } from '@/lib/exam/storable';

/** E-mail addresses are compared, and stored, in lower case. */
export const emailSchema = z.string().trim().toLowerCase().pipe(z.email().max(254));

export const passwordSchema = z
  .string()
  .min(10, 'a password has at least 10 characters')
  .max(200, 'a password has at most 200 characters');

export const roleSchema = z.enum(['STUDENT', 'GRADER', 'INSTRUCTOR']);
export type Role = z.infer<typeof roleSchema>;

const nameSchema = z.string().trim().max(100).refine(isStorable);

/** As campus systems write it, zeros at its beginning included; null for none. */
export const studentNumberSchema = z
  .string()
  .trim()
  .max(40)
  .regex(/^[\p{L}\p{N}./_-]*$/u, 'a student number has no spaces')
  .transform((number) => (number === '' ? null : number));

/** Who somebody is, as staff write it down. */
export const personDetailsSchema = z.strictObject({
  email: emailSchema,
  givenName: nameSchema,
  familyName: nameSchema.min(1, 'a person has a family name'),
  studentNumber: studentNumberSchema,
});
export type PersonDetails = z.infer<typeof personDetailsSchema>;

/** A person to be added by one name, with at most one enrolment. */
export const newPersonSchema = z.strictObject({
  email: emailSchema,
  name: z.string().trim().min(1, 'a person has a name').max(200),
  studentNumber: studentNumberSchema.optional(),
  /** Null for people who sign in through OpenID Connect. */
  password: passwordSchema.nullable(),
  isAdmin: z.boolean(),
  enrolment: z.strictObject({ course: z.string().min(1), role: roleSchema }).nullable(),
});
export type NewPerson = z.infer<typeof newPersonSchema>;

/** One name as two: the last word is the family name, unless a comma says otherwise. */
export function splitName(name: string): { givenName: string; familyName: string } {
  const words = name.trim().split(/\s+/);
  const [family = '', given, ...rest] = name.split(',').map((each) => each.trim());
  if (family && given && rest.length === 0) return { givenName: given, familyName: family };
  return { givenName: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? '' };
}

/** The columns of a person that say who it is. The only place where name and search are written. */
export function personColumns({ email, givenName, familyName, studentNumber }: PersonDetails) {
  const name = [givenName, familyName].filter((each) => each !== '').join(' ');
  const search = searchable(
    [familyName, givenName, studentNumber, email].filter((each) => each).join(' '),
  );
  return { email, givenName, familyName, studentNumber, name, search };
}

/** Letters that do not come apart into one of ours and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  ı: 'i',
};

/** Lower case without accents: what one searches by. */
export function searchable(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßłøđæı]/g, (letter) => LETTERS[letter] ?? letter);
}

/** The words of a search; each has to be found, in any order. */
export function searchWords(search: string): string[] {
  return searchable(search)
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
}

/** Changing one's own password. */
export const passwordChangeSchema = z.strictObject({
  current: z.string().max(200),
  next: passwordSchema,
});
export type PasswordChange = z.infer<typeof passwordChangeSchema>;

/** Setting a password by a link. */
export const invitedPasswordSchema = z.strictObject({
  token: z.string().max(200),
  password: passwordSchema,
});

export const credentialsSchema = z.object({
  email: z.string().max(254),
  password: z.string().max(200),
});

const peopleColumns = ['name', 'number', 'email', 'courses', 'added'] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

/** What the address bar of all people may hold; anything else falls back to the default. */
export const peopleQuerySchema = z.object({
  search: z.string().trim().max(100).refine(isStorable).catch('').default(''),
  state: z.enum(['all', 'admins', 'makers', 'deactivated']).catch('all').default('all'),
  sort: z.enum(peopleColumns).catch('name').default('name'),
  direction: z.enum(['asc', 'desc']).catch('asc').default('asc'),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1),
});
export type PeopleQuery = z.infer<typeof peopleQuerySchema>;
