import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { all, create } from 'mathjs';
import { z } from 'zod';

/**
 * Writes lib/math/types/unit-table.json from the units of mathjs: loading mathjs itself takes longer than
 * grading a script. `lib/math/types/units.test.ts` compares the two. Run by `npm run units`.
 */
const unit = z.object({
  value: z.number(),
  offset: z.number(),
  dimensions: z.array(z.number()),
  prefixes: z.record(z.string(), z.object({ value: z.number() })),
});
const UnitClass: unknown = Reflect.get(create(all ?? {}), 'Unit');
if (typeof UnitClass !== 'function') throw new Error('mathjs has no Unit');
const definitions = z.record(z.string(), z.unknown()).parse(Reflect.get(UnitClass, 'UNITS'));

const families: Record<string, number>[] = [];
const units: Record<string, { value: number; dimensions: number[]; prefixes: number }> = {};
for (const [name, raw] of Object.entries(definitions)) {
  // Units whose factor is no plain number (Rankine, VAR) are left out.
  const parsed = unit.safeParse(raw);
  if (!parsed.success) continue;
  const { value, offset, dimensions, prefixes } = parsed.data;
  // A temperature with a zero of its own is no multiple of a kelvin.
  if (offset !== 0 || !/^[A-Za-z]+$/.test(name)) continue;
  const family = Object.fromEntries(
    Object.entries(prefixes).map(([prefix, { value: factor }]) => [prefix, factor]),
  );
  const text = JSON.stringify(family);
  let index = families.findIndex((other) => JSON.stringify(other) === text);
  if (index < 0) index = families.push(family) - 1;
  units[name] = { value, dimensions, prefixes: index };
}
const file = 'lib/math/types/unit-table.json';
writeFileSync(file, JSON.stringify({ families, units }));
execFileSync('npx', ['biome', 'format', '--write', file], { stdio: 'inherit' });
