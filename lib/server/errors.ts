import 'server-only';

/** Everything that can be refused, and as what a browser hears it. The only such table. */
const STATUS = {
  NOT_SIGNED_IN: 401,
  EMAIL_NOT_VERIFIED: 403,
  /** The provider gave the address of a known person to somebody else. */
  EMAIL_TAKEN: 403,
  FORBIDDEN: 403,
  DEACTIVATED: 403,
  WRONG_ORIGIN: 403,
  /** Not from the network or the browser that the sitting asks for; nothing is kept of it. */
  WRONG_PLACE: 403,
  /** Also what belongs to somebody else: that it exists is nobody's business. */
  NOT_FOUND: 404,
  /** The save did not build on the latest revision; both are kept. */
  REVISION_CONFLICT: 409,
  ALREADY_SUBMITTED: 409,
  /** Arrived after the deadline and its grace; kept, but not graded. */
  TIME_OVER: 409,
  NOT_OPEN: 409,
  NOT_RELEASED: 409,
  STILL_RUNNING: 409,
  /** Somebody else marked the part in the meantime. */
  MARKED_MEANWHILE: 409,
  ALREADY_EXISTS: 409,
  TOO_LARGE: 413,
  INVALID: 422,
  WRONG_ACCESS_CODE: 422,
  /** An idempotency key that came before with another body. */
  KEY_REUSED: 422,
  TOO_MANY_TRIES: 429,
  /** More saves or more data than anybody writes. */
  TOO_MUCH: 429,
  /** A fault of ours; the log has it. */
  INTERNAL: 500,
  /** The database does not answer, or everybody comes at once. */
  UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** A refusal as a value. The message is for the person: what happened and what to do. */
export interface DomainError {
  code: ErrorCode;
  message: string;
}

export function refusal(code: ErrorCode, message: string): { ok: false; error: DomainError } {
  return { ok: false, error: { code, message } };
}

export function httpStatus({ code }: DomainError): number {
  return STATUS[code];
}

/** The same words for what does not exist and for what is somebody else's. */
export function notFound(): { ok: false; error: DomainError } {
  return refusal('NOT_FOUND', 'There is no such thing, or it is not yours to see.');
}

/** Whether the database refused a row because another with the same key exists. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}

/** What Prisma calls a database that cannot be reached or that went away. */
const UNREACHABLE = /^(P1001|P1002|P1008|P1011|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|EPIPE)$/;

/** PostgreSQL's own: connection exceptions, insufficient resources (a full disk), shutting down or starting. */
const OUT_OF_SERVICE = /^(08\w{3}|53\w{3}|57P0\d)$/;

/**
 * Whether the database could not be reached, has no room or is not up, as against a fault of ours. Of
 * a raw query Prisma tells PostgreSQL's code in its message only.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  const [, raw = ''] = /Code: `(\w+)`/.exec(error.message) ?? [];
  if (UNREACHABLE.test(code) || OUT_OF_SERVICE.test(code) || OUT_OF_SERVICE.test(raw)) return true;
  if (/can't reach database|connection terminated|server has closed/i.test(error.message)) {
    return true;
  }
  return isUnavailable(error.cause);
}
