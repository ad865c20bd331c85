import 'server-only';
import { BlockList, isIPv6 } from 'node:net';
import { z } from 'zod';
import { env } from './env';
import { log } from './log';

/** Set by `bin/start/serve.mjs` on every request, and only there: who is at the other end. */
const PEER_HEADER = 'x-nabla-peer';

const headersSchema = z.looseObject({
  [PEER_HEADER]: z.string().optional(),
  'x-forwarded-for': z.string().optional(),
});

/**
 * The address that a request comes from, as limits count it: of an IPv6 address the network counts
 * (/64), because whoever has one address of it has them all.
 * @param headers names in lower case
 */
export function clientAddress(headers: unknown): string {
  return network(addressOf(headers)) || 'unknown';
}

/** The same address by itself, as networks are asked whether they have it. */
export function exactClientAddress(headers: unknown): string {
  return addressOf(headers) || 'unknown';
}

/**
 * `X-Forwarded-For` is read from its end for as long as it was written by declared proxies
 * (TRUSTED_PROXIES); what stands before is hearsay.
 */
function addressOf(headers: unknown): string {
  const parsed = headersSchema.safeParse(headers).data ?? {};
  const forwarded = (parsed['x-forwarded-for'] ?? '').split(',').map((hop) => hop.trim());
  let address = plain(parsed[PEER_HEADER] ?? '');
  const trusted = trustedProxies();
  while (isIn(trusted, address)) {
    const before = plain(forwarded.pop() ?? '');
    if (before === '') break;
    address = before;
  }
  if (forwarded.some((hop) => hop !== '' && plain(hop) !== address)) sayUndeclared(address);
  return address;
}

let proxies: BlockList | undefined;

function trustedProxies(): BlockList {
  if (proxies) return proxies;
  proxies = new BlockList();
  for (const entry of env().TRUSTED_PROXIES) {
    const [address = '', prefix] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(prefix), family);
  }
  return proxies;
}

function isIn(list: BlockList, address: string): boolean {
  return address !== '' && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** IPv4 as such where a socket for both families writes it as `::ffff:192.0.2.1`. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function network(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter((group) => group !== '');
  const right = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return `${groups.slice(0, 4).join(':').toLowerCase()}::/64`;
}

let said = false;

/** Once a process: somebody forges the header, or a proxy is missing in the settings. */
function sayUndeclared(address: string): void {
  if (said) return;
  said = true;
  log().warn(
    { peer: address },
    'X-Forwarded-For comes from an address that TRUSTED_PROXIES does not name; it is not believed',
  );
}
