import { z } from 'zod';

/** Whether a practice sitting shows its results although an exam is ahead. */
export const showEarlySchema = z.strictObject({ sittingId: z.uuid(), shows: z.boolean() });
