import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { fromOurPages, refuse } from '@/lib/server/http';

/**
 * The content security policy of every page. Scripts run by nonce only and never from strings;
 * styles may be inline because KaTeX, Mantine and MathLive position with them.
 */
function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export function proxy(request: NextRequest) {
  if (CHANGING.has(request.method)) {
    // Here for pages and their actions too, which Next would refuse with an error of its own.
    const origin = fromOurPages(request);
    if (!origin.ok) return refuse(origin.error);
  }
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-frame-options', 'DENY');
  return response;
}

// Files of exams come with a policy of their own, and nothing can be changed there.
export const config = { matcher: ['/((?!_next/static|_next/image|icon.svg|api/exam-files/).*)'] };
