import { fail, ok, type Result } from '@/lib/result';

const MOST_SEEDS = 1000;

/** The number behind `--seeds`, one where it is not given. */
export function readSeeds(text: string | undefined): Result<number, string> {
  if (text === undefined) return ok(1);
  const seeds = Number(text);
  return /^\d+$/.test(text) && seeds >= 1 && seeds <= MOST_SEEDS
    ? ok(seeds)
    : fail(`--seeds takes a whole number from 1 to ${MOST_SEEDS}, not "${text}"`);
}
