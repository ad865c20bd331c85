import { describe, expect, it } from 'vitest';
import { Coalesced } from './coalesce';

/** Work that ends when it is told to. */
function works() {
  const begun: { end: (value: string) => void; fail: (error: Error) => void }[] = [];
  const work = () =>
    new Promise<string>((end, fail) => {
      begun.push({ end, fail });
    });
  return { begun, work };
}

describe('work for all who ask at once', () => {
  it('is begun once more for all who asked while it ran', async () => {
    const { begun, work } = works();
    const all = new Coalesced<string>();
    const [first, second, third] = [all.ask('a', work), all.ask('a', work), all.ask('a', work)];
    expect(begun).toHaveLength(1);
    begun[0]?.end('before');
    expect(await first).toBe('before');
    await expect.poll(() => begun.length).toBe(2);
    begun[1]?.end('after');
    expect(await Promise.all([second, third])).toEqual(['after', 'after']);
    void all.ask('a', work);
    await expect.poll(() => begun.length).toBe(3);
  });

  it('is of each key its own', () => {
    const { begun, work } = works();
    const all = new Coalesced<string>();
    void all.ask('a', work);
    void all.ask('b', work);
    expect(begun).toHaveLength(2);
  });

  it('goes on after one that failed', async () => {
    const { begun, work } = works();
    const all = new Coalesced<string>();
    const first = all.ask('a', work);
    const second = all.ask('a', work);
    begun[0]?.fail(new Error('away'));
    await expect(first).rejects.toThrow('away');
    await expect.poll(() => begun.length).toBe(2);
    begun[1]?.end('there');
    expect(await second).toBe('there');
  });
});
