/**
 * Writes what follows from `bin/lint/import-table.ts`: the linter's configuration and the table in
 * `docs/architecture.md`. `npm run rooms` writes, `npm run check` (with --check) fails where they
 * are stale.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importRule } from './lint/import-rule';
import { roomGraph } from './lint/room-graph';
import { roomTable } from './lint/room-table';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The text with what stands between its two markers replaced. */
function between(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}: written by npm run rooms -->`, `<!-- end of ${name} -->`];
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`no markers for ${name}`);
  return `${before}${begin}\n\n${content}\n\n${end}${after}`;
}

const features = readdirSync(join(root, 'lib/features'));
const rule = `${JSON.stringify({ root: false, ...importRule(features) }, null, 2)}\n`;
const page = between(
  between(read('docs/architecture.md'), 'rooms', roomTable()),
  'room graph',
  roomGraph(root),
);
const files = { 'biome.imports.json': rule, 'docs/architecture.md': page };

const stale = Object.entries(files).filter(([path, text]) => {
  try {
    return read(path) !== text;
  } catch {
    return true;
  }
});
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is stale: npm run rooms`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of stale) {
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
}
