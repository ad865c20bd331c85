import { beforeEach, describe, expect, it, vi } from 'vitest';

const PROXY = '10.0.0.1';

async function addressOf(headers: Record<string, string>, proxies = ''): Promise<string> {
  vi.resetModules();
  vi.stubEnv('TRUSTED_PROXIES', proxies);
  const { clientAddress } = await import('./client-address');
  return clientAddress(headers);
}

beforeEach(() => {
  for (const name of ['DATABASE_URL', 'NEXTAUTH_SECRET', 'RECEIPT_KEY']) vi.stubEnv(name, 'x');
  vi.stubEnv('LOG_LEVEL', 'silent');
});

describe('the address of a client', () => {
  it.each([
    ['the peer', { 'x-nabla-peer': '192.0.2.7' }, '', '192.0.2.7'],
    ['the peer, for both families', { 'x-nabla-peer': '::ffff:192.0.2.7' }, '', '192.0.2.7'],
    [
      'not what the peer claims',
      { 'x-nabla-peer': '192.0.2.7', 'x-forwarded-for': '1.1.1.1' },
      '',
      '192.0.2.7',
    ],
    [
      'what a proxy says',
      { 'x-nabla-peer': PROXY, 'x-forwarded-for': '192.0.2.7' },
      PROXY,
      '192.0.2.7',
    ],
    [
      'not what was said to the proxy',
      { 'x-nabla-peer': PROXY, 'x-forwarded-for': '1.1.1.1, 192.0.2.7' },
      '10.0.0.0/8',
      '192.0.2.7',
    ],
    [
      'through two proxies',
      { 'x-nabla-peer': PROXY, 'x-forwarded-for': '1.1.1.1, 192.0.2.7, 10.0.0.2' },
      '10.0.0.0/8',
      '192.0.2.7',
    ],
    ['the proxy, where it says nothing', { 'x-nabla-peer': PROXY }, PROXY, PROXY],
    ['a network of IPv6', { 'x-nabla-peer': '2001:db8:1:2:3:4:5:6' }, '', '2001:db8:1:2::/64'],
    ['the same network, shortened', { 'x-nabla-peer': '2001:db8:1:2::9' }, '', '2001:db8:1:2::/64'],
    ['nobody', {}, '', 'unknown'],
  ])('is %s', async (_, headers, proxies, address) => {
    expect(await addressOf(headers, proxies)).toBe(address);
  });
});
