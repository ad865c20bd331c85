import { expect, it } from 'vitest';
import { RecentBytes } from './recent-bytes';

const bytes = (length: number) => new Uint8Array(length);
const kept = (recent: RecentBytes) => [...'abcd'].filter((hash) => recent.get(hash) !== null);

it('keeps what was asked for lately, and never more than it may', () => {
  const recent = new RecentBytes(10);
  recent.set('a', bytes(4));
  recent.set('b', bytes(4));
  expect(recent.get('a')).toHaveLength(4);
  recent.set('c', bytes(4));
  expect(kept(recent)).toEqual(['a', 'c']);
  recent.set('c', bytes(4));
  recent.set('d', bytes(2));
  expect(kept(recent)).toEqual(['a', 'c', 'd']);
  recent.set('b', bytes(11));
  expect(kept(recent)).toEqual([]);
});
