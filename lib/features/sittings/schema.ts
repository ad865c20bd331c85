import { z } from 'zod';
import { isStorable } from '@/lib/exam/storable';
import { emailSchema } from '@/lib/features/people/schema';
import { isTimeZone } from './wall-clock';

const text = (most: number) => z.string().trim().min(1).max(most).refine(isStorable);

const rangeSchema = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: 'write addresses or networks, as in 192.0.2.7 or 10.20.0.0/16 or 2001:db8::/48',
});

const keySchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/, 'a key of Safe Exam Browser is 64 digits and letters a to f');

const minutes = z.int('a whole number of minutes');

/** A sitting as staff write it: times as on the wall of its zone, people by their e-mail. */
export const sittingSchema = z.strictObject({
  versionId: z.uuid('choose an exam'),
  title: text(200),
  mode: z.enum(['EXAM', 'PRACTICE']),
  opens: z.string().max(40),
  closes: z.string().max(40),
  minutes: minutes.min(1, 'at least a minute').max(7 * 24 * 60, 'at most a week'),
  timeZone: z.string().max(100).refine(isTimeZone, 'there is no such time zone'),
  /** Null for none. */
  accessCode: text(100).nullable(),
  /** Null for all students of the course. */
  candidates: z.array(emailSchema).max(5000).nullable(),
  addressRanges: z.array(rangeSchema).max(100),
  sebConfigKeys: z.array(keySchema).max(20),
  sebExamKeys: z.array(keySchema).max(20),
  holds: z.boolean(),
  givenMinutes: minutes.min(0).max(1440),
});
export type SittingInput = z.infer<typeof sittingSchema>;

export const newSittingSchema = z.strictObject({ courseId: z.uuid(), sitting: sittingSchema });
export const editedSittingSchema = z.strictObject({ sittingId: z.uuid(), sitting: sittingSchema });
export const sittingIdSchema = z.strictObject({ sittingId: z.uuid() });
export const archiveSchema = z.strictObject({ sittingId: z.uuid(), archived: z.boolean() });

const people = z.array(z.uuid()).min(1, 'choose somebody').max(5000);
const reason = text(2000);

/** More time for some people; `factor` has at most two decimals. */
export const accommodationSchema = z.strictObject({
  personIds: people,
  factor: z.number().min(1).max(10).multipleOf(0.01),
  extraMinutes: minutes.min(0).max(1440),
  reason,
});
export type AccommodationInput = z.infer<typeof accommodationSchema>;

/** For a course, or for one sitting of it. */
const scopeSchema = z.union([
  z.strictObject({ courseId: z.uuid() }),
  z.strictObject({ sittingId: z.uuid() }),
]);
export type Scope = z.infer<typeof scopeSchema>;

/** What a sitting would be: a new one of the course, or an edited one. */
export const previewSchema = z.strictObject({ scope: scopeSchema, sitting: sittingSchema });

export const setAccommodationsSchema = z.strictObject({
  scope: scopeSchema,
  accommodation: accommodationSchema,
});
export const dropAccommodationSchema = z.strictObject({ scope: scopeSchema, personId: z.uuid() });

/** Minutes on top, given while a sitting runs. */
const givenTimeSchema = z.strictObject({
  personIds: people,
  minutes: minutes.min(0).max(1440),
  reason,
});
export type GivenTimeInput = z.infer<typeof givenTimeSchema>;
/** Minutes on top of all that was given: to some, or (null) to everybody who sits it now or later. */
const moreTimeSchema = z.strictObject({
  sittingId: z.uuid(),
  personIds: people.nullable(),
  minutes: minutes.min(1, 'at least a minute').max(600, 'at most 600 minutes'),
});
export type MoreTime = Omit<z.infer<typeof moreTimeSchema>, 'sittingId'>;
export const previewMoreTimeSchema = moreTimeSchema;
export const giveMoreTimeSchema = moreTimeSchema.extend({ reason });
export const giveTimeSchema = z.strictObject({ sittingId: z.uuid(), given: givenTimeSchema });
