import { rooms } from './import-table';
import type { Room } from './room';

/** Tests import what they test, and whatever helps them. */
const TESTS = ['!**/*.test.ts', '!**/*.test.tsx'];

/** The linter's configuration for the table: one override a room, of which the last match counts. */
export function importRule(features: readonly string[]) {
  const overrides = rooms
    .flatMap((room) => forEach(room, features))
    .map((room) => ({
      includes: [...braced(room.files), ...TESTS],
      linter: {
        rules: {
          style: {
            noRestrictedImports: {
              level: 'error',
              options: { patterns: [{ group: pattern(room), message: message(room) }] },
            },
          },
        },
      },
    }));
  return { overrides };
}

/** The row once for each feature, where it speaks of features. */
function forEach(room: Room, features: readonly string[]): Room[] {
  if (!room.files.includes('<feature>')) return [room];
  return features.map((feature) => ({
    ...room,
    files: room.files.replace('<feature>', feature),
    imports: room.imports.map((path) => path.replace('<feature>', feature)),
  }));
}

/** As in a .gitignore: what is listed is forbidden, `!` allows it again, the last match decides. */
function pattern({ imports, never = [], packages }: Room): string[] {
  return [
    ...(packages === 'any' ? ['@/**', '../**'] : ['**', '!./**']),
    ...(packages === 'any' ? [] : packages.flatMap((name) => [`!${name}`, `!${name}/**`])),
    ...imports.map((path) => `!${specifier(path)}`),
    ...never.map(specifier),
  ];
}

/** Of the project by its path from the root; of npm by its name. */
function specifier(path: string): string {
  const isOurs = path.startsWith('lib/') || path.startsWith('app/');
  const from = isOurs ? `@/${path}` : path;
  return from.endsWith('/') ? `${from}**` : from;
}

function message({ files, imports }: Room): string {
  return `${files} may import ${imports.join(', ')}, and its own folder as ./name (bin/lint/import-table.ts).`;
}

/** `a/{b,c}/**` as two globs, which every tool understands. */
function braced(glob: string): string[] {
  const match = /^(.*)\{(.*)\}(.*)$/.exec(glob);
  if (!match) return [glob];
  const [, before = '', names = '', after = ''] = match;
  return names.split(',').map((name) => `${before}${name}${after}`);
}
