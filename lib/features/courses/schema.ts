import { z } from 'zod';
import { isStorable } from '@/lib/exam/storable';
import { personDetailsSchema, roleSchema } from '@/lib/features/people/schema';

const titleSchema = z
  .string()
  .trim()
  .min(1, 'a course has a title')
  .max(200, 'a title has at most 200 characters')
  .refine(isStorable);

const slugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(60, 'a short name has at most 60 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a short name is of letters, digits and single hyphens');

const timeZoneSchema = z
  .string()
  .trim()
  .max(60)
  .refine(isTimeZone, 'this is no time zone; write one as Europe/Berlin');

function isTimeZone(name: string): boolean {
  try {
    // Offsets as "+01:00" are taken too, and know no summer.
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

export const newCourseSchema = z.strictObject({
  title: titleSchema,
  /** What the command line calls it. */
  slug: slugSchema,
  timeZone: timeZoneSchema,
});
export type NewCourse = z.infer<typeof newCourseSchema>;

/** A course is what it was called on the command line for good. */
export const courseChangeSchema = z.strictObject({ title: titleSchema, timeZone: timeZoneSchema });
export type CourseChange = z.infer<typeof courseChangeSchema>;

/** A short name made of a title; empty where nothing of it is left. */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
}

export const newMemberSchema = z.strictObject({
  ...personDetailsSchema.shape,
  role: roleSchema,
});
export type NewMember = z.infer<typeof newMemberSchema>;

/** Links bring in students and graders; instructors are added by name. */
export const newLinkSchema = z.strictObject({
  role: z.enum(['STUDENT', 'GRADER']),
  days: z.int().min(1, 'a link is open for a day at least').max(180, 'at most 180 days'),
});
export type NewLink = z.infer<typeof newLinkSchema>;

const memberColumns = ['name', 'number', 'email', 'role', 'account'] as const;
export type MemberColumn = (typeof memberColumns)[number];

/** What the address bar of the people of a course may hold; anything else falls back to the default. */
export const memberQuerySchema = z.object({
  search: z.string().trim().max(100).refine(isStorable).catch('').default(''),
  role: z
    .enum(['all', ...roleSchema.options])
    .catch('all')
    .default('all'),
  /** Who cannot sign in yet: without a link, with one that they have not used, or whose mail failed. */
  account: z.enum(['all', 'none', 'invited', 'failed']).catch('all').default('all'),
  sort: z.enum(memberColumns).catch('name').default('name'),
  direction: z.enum(['asc', 'desc']).catch('asc').default('asc'),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1),
});
export type MemberQuery = z.infer<typeof memberQuerySchema>;
