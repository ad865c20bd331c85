import { z } from 'zod';

const text = (most: number) =>
  z.string().trim().min(1, 'Write something first.').max(most, `At most ${most} characters.`);

const partId = z.string().max(100).nullable();

/** What staff tell those who sit an exam. */
export const announcementSchema = z.strictObject({
  sittingId: z.uuid(),
  kind: z.enum(['ANNOUNCEMENT', 'ERRATUM']),
  /** Null for everybody. */
  attemptId: z.uuid().nullable(),
  /** The part that an erratum corrects. */
  partId,
  text: text(2000),
});
export type AnnouncementInput = z.infer<typeof announcementSchema>;

/** What a student asks. */
export const questionSchema = z.strictObject({ partId, text: text(1000) });
export type QuestionInput = z.infer<typeof questionSchema>;

/** What staff answer to it, to the one who asked or to everybody. */
export const answerSchema = z.strictObject({
  sittingId: z.uuid(),
  questionId: z.uuid(),
  toAll: z.boolean(),
  text: text(2000),
});
export type AnswerInput = z.infer<typeof answerSchema>;

/** As the exam room gets them. */
export const noticesSchema = z.object({
  notices: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['ANNOUNCEMENT', 'ERRATUM', 'ANSWER', 'TIME']),
      toAll: z.boolean(),
      partId: z.string().nullable(),
      text: z.string(),
      at: z.string(),
    }),
  ),
  questions: z.array(
    z.object({
      id: z.string(),
      partId: z.string().nullable(),
      text: z.string(),
      at: z.string(),
      isAnswered: z.boolean(),
    }),
  ),
});
export type RoomNotices = z.infer<typeof noticesSchema>;

/** What an event of a room brings along: how its time stands, and what is told and asked in it. */
export const newsSchema = noticesSchema.extend({
  time: z.object({
    state: z.enum(['running', 'submitted']),
    /** Milliseconds since the epoch, by the server's clock. */
    now: z.number(),
    dueAt: z.number(),
  }),
});
export type RoomNews = z.infer<typeof newsSchema>;
