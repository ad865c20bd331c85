import { type Ball, isDefined, log2Of, logRadius, mayBeZero } from './ball';

/** A ball that its small radius does not tell from a whole number is taken for it; null for any other. */
export function wholeIn(a: Ball, bits: number): bigint | 'unclear' | null {
  if (!isDefined(a)) return 'unclear';
  const { m, e, r } = a;
  if (e >= 0) {
    if (e > 4 * bits) return 'unclear';
    return r === 0 ? m << BigInt(e) : 'unclear';
  }
  if (-e > 64 * bits + 4096) return r === 0 && m === 0n ? 0n : nearZero(a, bits);
  const half = 1n << BigInt(-e - 1);
  const whole = (m + half) >> BigInt(-e);
  const gap = m - (whole << BigInt(-e));
  if (Math.abs(Number(gap)) > r) return null;
  if (r === 0) return whole;
  const isSmall = logRadius(a) < Math.max(0, whole === 0n ? 0 : log2Of(whole)) - bits / 2;
  return isSmall ? whole : 'unclear';
}

/** A tiny number is no whole one unless 0 lies in its ball. */
function nearZero(a: Ball, bits: number): bigint | 'unclear' | null {
  if (!mayBeZero(a)) return null;
  return logRadius(a) < -bits / 2 ? 0n : 'unclear';
}
