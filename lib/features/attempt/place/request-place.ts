import 'server-only';
import { exactClientAddress } from '@/lib/server/client-address';
import { env } from '@/lib/server/env';
import type { RequestPlace } from './rules';

/** Set by `bin/start/serve.mjs` on every request: path and query as they were asked for. */
const URL_HEADER = 'x-nabla-url';

/**
 * Where a request comes from. Its address is what the browser asked for: behind a proxy that of
 * NEXTAUTH_URL, with path and query as they came.
 * @param asked the address as Next has it, where nothing else tells
 */
export function placeOf(headers: Headers, asked: string): RequestPlace {
  const path = headers.get(URL_HEADER);
  const base = env().NEXTAUTH_URL ?? originOf(headers) ?? asked;
  const url = path === null ? new URL(asked) : new URL(path, base);
  return {
    address: exactClientAddress(Object.fromEntries(headers)),
    url: `${new URL(base).origin}${url.pathname}${url.search}`,
    configKeyHash: headers.get('x-safeexambrowser-configkeyhash'),
    requestHash: headers.get('x-safeexambrowser-requesthash'),
  };
}

function originOf(headers: Headers): string | null {
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  if (host === null) return null;
  const origin = `${headers.get('x-forwarded-proto') ?? 'http'}://${host}`;
  return URL.canParse(origin) ? origin : null;
}
