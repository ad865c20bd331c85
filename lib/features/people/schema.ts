import { z } from 'zod';

/** E-mail addresses are compared, and stored, in lower case. */
export const emailSchema = z.string().trim().toLowerCase().pipe(z.email().max(254));

export const passwordSchema = z
  .string()
  .min(10, 'a password has at least 10 characters')
  .max(200, 'a password has at most 200 characters');

const roleSchema = z.enum(['STUDENT', 'GRADER', 'INSTRUCTOR']);
export type Role = z.infer<typeof roleSchema>;

/** A person to be added, with at most one enrolment. */
export const newPersonSchema = z.strictObject({
  email: emailSchema,
  name: z.string().trim().min(1, 'a person has a name').max(200),
  /** Null for people who sign in through OpenID Connect. */
  password: passwordSchema.nullable(),
  isAdmin: z.boolean(),
  enrolment: z.strictObject({ course: z.string().min(1), role: roleSchema }).nullable(),
});
export type NewPerson = z.infer<typeof newPersonSchema>;

/** Changing one's own password. */
export const passwordChangeSchema = z.strictObject({
  current: z.string().max(200),
  next: passwordSchema,
});
export type PasswordChange = z.infer<typeof passwordChangeSchema>;

export const credentialsSchema = z.object({
  email: z.string().max(254),
  password: z.string().max(200),
});
