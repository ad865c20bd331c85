/** What stands behind an address: `?…` with what differs from the usual, or nothing. */
export function addressOf(query: object, usual: object): string {
  const before = new Map<string, unknown>(Object.entries(usual));
  const changed = Object.entries(query).filter(([key, value]) => value !== before.get(key));
  const params = new URLSearchParams(changed.map(([key, value]) => [key, String(value)]));
  return changed.length > 0 ? `?${params}` : '';
}
