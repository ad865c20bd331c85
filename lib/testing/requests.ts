import { NextRequest } from 'next/server';
import type { SignedInPerson } from '@/lib/features/people/data';
import { cookieOf } from './world';

const HOST = 'nabla.example';

interface RequestOptions {
  as: SignedInPerson | null;
  body?: unknown;
  /** Null: none is sent. */
  origin?: string | null;
  headers?: Record<string, string>;
}

/** A request as a browser makes it on one of our pages. */
export async function browserRequest(
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  { as, body, origin = `http://${HOST}`, headers = {} }: RequestOptions,
): Promise<NextRequest> {
  return new NextRequest(`http://${HOST}${path}`, {
    method,
    headers: {
      host: HOST,
      ...(origin !== null && { origin }),
      ...(as && { cookie: await cookieOf(as) }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}
