import 'server-only';
import { type Logger, pino } from 'pino';
import { env } from './env';

let logger: Logger | undefined;

/** Structured log lines on standard output. Never answers, passwords or keys. */
export function log(): Logger {
  logger ??= pino({ level: env().LOG_LEVEL, base: null });
  return logger;
}
