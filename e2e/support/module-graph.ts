import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const IMPORT =
  /\b(?:import|export)(?!\s+type\b)[^'"`;]*?\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'\)/g;

/** The files of the project that these ones bring along, types aside. */
export function reachableFrom(roots: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...roots];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, named, loaded] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const path = resolve(file, named ?? loaded ?? '');
      if (path) open.push(path);
    }
  }
  return seen;
}

function resolve(from: string, specifier: string): string | null {
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? normalize(join(dirname(from), specifier))
      : null;
  if (base === null) return null;
  return ['.ts', '.tsx'].map((ending) => base + ending).find((path) => existsSync(path)) ?? null;
}

/** Sentences in a file's string literals: they begin with a capital, and compilers leave them as they are. */
export function sentencesIn(file: string): string[] {
  const literals = readFileSync(file, 'utf8').matchAll(
    /(?<quote>['`"])([A-Z][A-Za-z0-9 ,.:]{19,})\k<quote>/g,
  );
  return [...literals].flatMap(([, , text = '']) => (text.includes(' ') ? [text] : []));
}
