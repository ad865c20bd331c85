import { createHash, timingSafeEqual } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/** Where a request comes from and in what browser, as far as access to a sitting asks for it. */
export interface RequestPlace {
  /** Of the client, exactly; `unknown` where nobody told. */
  address: string;
  /** As the browser asked for it. */
  url: string;
  /** `X-SafeExamBrowser-ConfigKeyHash`. */
  configKeyHash: string | null;
  /** `X-SafeExamBrowser-RequestHash`. */
  requestHash: string | null;
}

export interface PlaceRules {
  addressRanges: readonly string[];
  sebConfigKeys: readonly string[];
  sebExamKeys: readonly string[];
}

/** Why a sitting is not taken from there; null where it may be. */
export function placeProblem(rules: PlaceRules, place: RequestPlace): string | null {
  const { addressRanges, sebConfigKeys, sebExamKeys } = rules;
  if (addressRanges.length > 0 && !isWithin(place.address, addressRanges)) {
    return `This exam can only be taken from the network of its room, not from ${place.address}. What you wrote is kept on this device; it is sent once you are back in that network.`;
  }
  const isSafe =
    fits(place.configKeyHash, sebConfigKeys, place.url) &&
    fits(place.requestHash, sebExamKeys, place.url);
  return isSafe
    ? null
    : 'This exam can only be taken in Safe Exam Browser with the settings of this exam. What you wrote is kept on this device.';
}

/** Whether an address is in one of the networks; an address alone is the network of itself. */
export function isWithin(address: string, ranges: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  // Of IPv4 that is written as IPv6 the IPv4 counts.
  const client = ipaddr.process(address);
  return ranges.some((range) => {
    const isNetwork = range.includes('/');
    if (!(isNetwork ? ipaddr.isValidCIDR(range) : ipaddr.isValid(range))) return false;
    if (!isNetwork) {
      const single = ipaddr.process(range);
      return single.kind() === client.kind() && single.toString() === client.toString();
    }
    const [network, prefix] = ipaddr.parseCIDR(range);
    return network.kind() === client.kind() && client.match(network, prefix);
  });
}

/**
 * Whether Safe Exam Browser proves that it has one of the keys: it sends sha256 of the address that it
 * asks for, without its fragment, followed by the key. Without keys nothing is asked.
 */
function fits(hash: string | null, keys: readonly string[], url: string): boolean {
  if (keys.length === 0) return true;
  if (hash === null) return false;
  const [address = ''] = url.split('#');
  const sent = Buffer.from(hash.trim().toLowerCase());
  return keys.some((key) => {
    const expected = Buffer.from(
      createHash('sha256')
        .update(address + key)
        .digest('hex'),
    );
    return sent.length === expected.length && timingSafeEqual(sent, expected);
  });
}
