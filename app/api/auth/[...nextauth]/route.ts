import type { NextRequest } from 'next/server';
import nextAuth from 'next-auth';
import { authOptions } from '@/lib/features/people/auth-options';
import { signInTurn } from '@/lib/features/people/sign-in-queue';
import { answering, refuse } from '@/lib/server/http';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** The options need the environment, which a build does not have: they are made per request. */
function handler(request: NextRequest, context: Context): Promise<Response> {
  return nextAuth(request, context, authOptions());
}

export const GET = answering(handler);

/** A password waits for its turn; everything else is quick and must not stand in that queue. */
export const POST = answering(async (request: NextRequest, context: Context): Promise<Response> => {
  const { nextauth } = await context.params;
  if (nextauth.join('/') !== 'callback/password') return handler(request, context);
  const turn = await signInTurn(() => handler(request, context));
  return turn.ok ? turn.value : refuse(turn.error);
});
