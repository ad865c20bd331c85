import { describe, expect, it } from 'vitest';
import { Backoff } from './backoff';

describe('the wait before starting again', () => {
  it('grows while starts fail, up to half a minute', () => {
    const backoff = new Backoff();
    const waits = Array.from({ length: 7 }, () => backoff.after(10));
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it('is short again after a steady run', () => {
    const backoff = new Backoff();
    for (let failure = 0; failure < 6; failure++) backoff.after(0);
    expect(backoff.after(60_000)).toBe(1000);
    expect(backoff.after(10)).toBe(2000);
  });
});
