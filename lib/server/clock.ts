import 'server-only';

/**
 * The time, for everything that decides anything. Outside production NABLA_NOW freezes it, so that
 * tests can sit through an exam in a second.
 */
export function now(): Date {
  const frozen = process.env.NODE_ENV === 'production' ? undefined : process.env.NABLA_NOW;
  return frozen ? new Date(frozen) : new Date();
}
