/** Stands for our own origin, whatever that is. */
const OURS = 'http://nabla.invalid';

/**
 * Where to go after signing in: a path of Nabla, else the start page. The address is resolved as a
 * browser does it, who drops tabs and line breaks and takes a backslash for a slash (URL Standard,
 * section 4.4); what then lies elsewhere is not followed.
 */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || !URL.canParse(asked, OURS)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, OURS);
  if (origin !== OURS) return '/';
  const path = `${pathname}${search}${hash}`;
  // A path that begins with two slashes would name another host the next time it is resolved.
  return path.startsWith('//') ? '/' : path;
}
