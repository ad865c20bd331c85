import { z } from 'zod';

const refusedSchema = z.object({ error: z.object({ message: z.string() }) });

/** Sends a question to the staff; null where it arrived, else why it did not. */
export async function sendQuestion(
  attemptId: string,
  question: { partId: string | null; text: string },
): Promise<string | null> {
  try {
    const response = await fetch(`/api/attempts/${attemptId}/questions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    if (response.ok) return null;
    const refused = refusedSchema.safeParse(await response.json());
    return refused.data?.error.message ?? 'The server did not take the question.';
  } catch {
    return 'The server cannot be reached. Your question is still here; try again.';
  }
}
