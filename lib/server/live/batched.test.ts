import { expect, it } from 'vitest';
import { Batched } from './batched';

it('reads at once what is asked at once, and later what is asked meanwhile', async () => {
  const read: string[][] = [];
  let go = () => {};
  const all = new Batched<string>(async (keys) => {
    read.push([...keys]);
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    return new Map(keys.filter((key) => key !== 'none').map((key) => [key, key.toUpperCase()]));
  });
  const first = Promise.all([all.ask('a'), all.ask('b'), all.ask('a'), all.ask('none')]);
  await expect.poll(() => read).toEqual([['a', 'b', 'none']]);
  const second = all.ask('a');
  go();
  expect(await first).toEqual(['A', 'B', 'A', null]);
  await expect.poll(() => read).toEqual([['a', 'b', 'none'], ['a']]);
  go();
  expect(await second).toBe('A');
});

it('tells all of a batch that could not be read, and goes on', async () => {
  let isAway = true;
  const all = new Batched<string>(async (keys) => {
    if (isAway) throw new Error('away');
    return new Map(keys.map((key) => [key, key]));
  });
  const both = await Promise.allSettled([all.ask('a'), all.ask('b')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isAway = false;
  expect(await all.ask('a')).toBe('a');
});
