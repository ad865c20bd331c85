import { z } from 'zod';

/** The newest mail to a person, as staff see it. */
export interface ShownMail {
  state: 'QUEUED' | 'SENT' | 'FAILED' | 'DROPPED';
  /** When it was asked for, or when it was sent, failed or dropped. Text as ISO 8601. */
  at: string;
  /** What the mail server said last; empty where nothing was in the way. */
  words: string;
}

/** Whom to invite by mail: those who have no link that is open, or those who have one. */
export const inviteAllSchema = z.strictObject({ again: z.boolean() });

export const mailToSchema = z.strictObject({ personId: z.uuid() });
