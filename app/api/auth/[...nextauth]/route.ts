import type { NextRequest } from 'next/server';
import nextAuth from 'next-auth';
import { authOptions } from '@/lib/features/people/auth-options';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** The options need the environment, which a build does not have: they are made per request. */
function handler(request: NextRequest, context: Context): Promise<Response> {
  return nextAuth(request, context, authOptions());
}

export { handler as GET, handler as POST };
