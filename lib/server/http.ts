import 'server-only';
import { type NextRequest, NextResponse } from 'next/server';
import type { ZodType } from 'zod';
import { fail, ok, type Result } from '@/lib/result';
import { now } from './clock';
import { env } from './env';
import { type DomainError, httpStatus, isUnavailable, refusal } from './errors';
import { log } from './log';

/** A refusal as browsers get it; `more` stands beside the error. */
export function refuse(error: DomainError, more: object = {}): NextResponse {
  const { code, message } = error;
  return NextResponse.json(
    { error: { code, message }, ...more },
    { status: httpStatus(error), headers: { 'cache-control': 'no-store' } },
  );
}

/** What only its owner may see is kept by no cache on the way. */
export function reply(body: object): NextResponse {
  return NextResponse.json(body, { headers: { 'cache-control': 'private, no-store' } });
}

/**
 * What an SVG may do that somebody opens by itself: draw. Nothing runs in it, nothing is loaded, and it
 * is no page of ours. Shown in a page, as everything that comes so is, it may do no more.
 */
const DRAWING_ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * A file that never changes under its address: the browser of whoever may see it keeps it, and no cache
 * on the way. `read` is asked only where the browser does not have it.
 */
export async function replyFile(
  request: NextRequest,
  { hash, mediaType }: { hash: string; mediaType: string },
  read: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  const tag = `"${hash}"`;
  const headers = {
    'cache-control': 'private, max-age=31536000, immutable',
    etag: tag,
    'content-security-policy': DRAWING_ALONE,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  };
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  if (known.some((each) => each.trim().replace(/^W\//, '') === tag))
    return new Response(null, { status: 304, headers });
  return new Response(await read(), { headers: { ...headers, 'content-type': mediaType } });
}

/** A file that is written while it is sent, however long it is; of its owner alone, kept by no cache. */
export function replyDownload(
  name: string,
  mediaType: string,
  lines: AsyncGenerator<string>,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await lines.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '-')}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

/**
 * A route handler that always answers in our words: what it throws is a fault of ours or of the
 * database, goes to the log, and leaves nothing of either's own words in the answer.
 */
export function answering<Context>(
  handler: (request: NextRequest, context: Context) => Promise<Response>,
): (request: NextRequest, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch (error) {
      const path = request.nextUrl.pathname;
      log().error({ err: error, method: request.method, path }, 'a request could not be answered');
      return refuse(isUnavailable(error) ? UNAVAILABLE : INTERNAL);
    }
  };
}

const UNAVAILABLE: DomainError = {
  code: 'UNAVAILABLE',
  message: 'The database does not answer at the moment. What you wrote is kept; try again.',
};

const INTERNAL: DomainError = {
  code: 'INTERNAL',
  message:
    'Something is wrong on the server. What you wrote is kept; try again, or tell the staff.',
};

/**
 * Whether a changing request comes from a page of ours. Browsers say where with every such request;
 * one that does not say is refused as well.
 */
export function fromOurPages(request: NextRequest): Result<null, DomainError> {
  const origin = request.headers.get('origin');
  const ours = env().NEXTAUTH_URL;
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  const same = ours ? origin === new URL(ours).origin : hostOf(origin) === host;
  if (origin !== null && host !== null && same) return ok(null);
  sayForeign({ origin, host, expected: ours ?? null });
  return refusal('WRONG_ORIGIN', 'This request does not come from a page of this server.');
}

const QUIET_MS = 60_000;
let lastSaid = 0;

/** At most once a minute: behind a proxy that rewrites Host this happens with every save. */
function sayForeign(request: Record<string, string | null>): void {
  const at = now().getTime();
  if (at - lastSaid < QUIET_MS) return;
  lastSaid = at;
  log().warn(
    request,
    'a request was refused because its Origin is not ours; behind a proxy set NEXTAUTH_URL to the address that people use, or let the proxy keep Host',
  );
}

/** Reads a JSON body no larger than `most` bytes, strictly as `schema` says. */
export async function readBody<Value>(
  request: NextRequest,
  schema: ZodType<Value>,
  most: number,
): Promise<Result<Value, DomainError>> {
  const text = await readText(request, most);
  if (!text.ok) return text;
  if (nestsDeeperThan(text.value, MOST_DEPTH)) {
    return refusal('INVALID', `The body nests deeper than ${MOST_DEPTH} levels.`);
  }
  const json = parseJson(text.value);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  return refusal('INVALID', [where, issue?.message].filter(Boolean).join(': '));
}

/** Counts while it reads: a length that is announced may be a lie or missing. */
async function readText(request: NextRequest, most: number): Promise<Result<string, DomainError>> {
  const decoder = new TextDecoder();
  const reader = request.body?.getReader();
  let text = '';
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      return refusal('TOO_LARGE', `The request is larger than ${Math.floor(most / 1024)} KB.`);
    }
    text += decoder.decode(value, { stream: true });
  }
  return ok(text + decoder.decode());
}

/** No answer nests deeper; validating a thousand levels would exhaust the stack. */
const MOST_DEPTH = 32;

/** Counts brackets outside of strings: cheaper than parsing, and at its end as exact. */
function nestsDeeperThan(text: string, most: number): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

function parseJson(text: string): Result<unknown, DomainError> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail({ code: 'INVALID', message: 'The body is not JSON.' });
  }
}

function hostOf(origin: string | null): string | null {
  if (origin === null || !URL.canParse(origin)) return null;
  return new URL(origin).host;
}
