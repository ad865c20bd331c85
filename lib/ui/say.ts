'use client';

import { notifications } from '@mantine/notifications';

const UNREACHABLE = 'The server cannot be reached. Nothing was changed.';

interface Answer {
  ok: boolean;
  error?: { message: string };
}

/**
 * Waits for what an action answers, and says what was refused or that nobody answered.
 * @returns the answer where it was no refusal
 */
export async function orSay<Given extends Answer>(
  answer: Promise<Given>,
  title: string,
): Promise<Extract<Given, { ok: true }> | null> {
  const given = await answer.catch(() => null);
  if (given && isDone(given)) return given;
  notifications.show({ color: 'red', title, message: given?.error?.message ?? UNREACHABLE });
  return null;
}

function isDone<Given extends Answer>(given: Given): given is Extract<Given, { ok: true }> {
  return given.ok;
}

/** Says what was done. */
export function say(message: string): void {
  notifications.show({ message });
}
