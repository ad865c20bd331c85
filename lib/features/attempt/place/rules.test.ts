import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isWithin, placeProblem } from './rules';

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.0/24', true],
    ['192.0.3.7', '192.0.2.0/24', false],
    ['192.0.2.7', '192.0.2.7', true],
    ['192.0.2.8', '192.0.2.7', false],
    ['::ffff:192.0.2.7', '192.0.2.0/24', true],
    ['2001:db8:1::5', '2001:db8::/32', true],
    ['2001:db9::5', '2001:db8::/32', false],
    ['2001:DB8:0:0::5', '2001:db8::5', true],
    ['2001:db8::5', '0.0.0.0/0', false],
    ['192.0.2.7', '::/0', false],
    ['unknown', '0.0.0.0/0', false],
    ['', '0.0.0.0/0', false],
    ['192.0.2.7', 'nonsense/8', false],
  ])('%s in %s: %s', (address, range, expected) => {
    expect(isWithin(address, [range])).toBe(expected);
    expect(isWithin(address, ['203.0.113.0/24', range])).toBe(expected);
  });
});

describe('Safe Exam Browser', () => {
  const url = 'https://nabla.example/api/attempts/1?x=y';
  const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
  const hash = (key: string, of = url) => createHash('sha256').update(`${of}${key}`).digest('hex');
  const place = { address: '192.0.2.7', url, configKeyHash: null, requestHash: null };
  const anywhere = { addressRanges: [], sebConfigKeys: [], sebExamKeys: [] };

  it('is not asked for without keys', () => {
    expect(placeProblem(anywhere, place)).toBeNull();
  });

  it.each([
    ['nothing', {}, false],
    ['the hash with the first key', { configKeyHash: hash(first) }, true],
    ['the hash with the second key', { configKeyHash: hash(second) }, true],
    ['it in capitals', { configKeyHash: hash(first).toUpperCase() }, true],
    [
      'the hash of another address',
      { configKeyHash: hash(first, 'https://nabla.example/') },
      false,
    ],
    ['the hash with another key', { configKeyHash: hash('c'.repeat(64)) }, false],
    ['the key itself', { configKeyHash: first }, false],
    ['it in the other header', { requestHash: hash(first) }, false],
    ['it for an address with a fragment', { configKeyHash: hash(first), url: `${url}#part` }, true],
  ])('proves a config key by %s', (_, sent, fits) => {
    const rules = { ...anywhere, sebConfigKeys: [first, second] };
    expect(placeProblem(rules, { ...place, ...sent }) === null).toBe(fits);
  });

  it('must prove both where both are asked for', () => {
    const rules = { ...anywhere, sebConfigKeys: [first], sebExamKeys: [second] };
    const both = { configKeyHash: hash(first), requestHash: hash(second) };
    expect(placeProblem(rules, { ...place, ...both })).toBeNull();
    expect(placeProblem(rules, { ...place, ...both, requestHash: null })).toMatch(/Safe Exam/);
  });
});
