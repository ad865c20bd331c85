import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Every source of the product that is not a test, with what it imports of mathjs, types aside. */
function importsOfMathjs(): string[] {
  return ['lib', 'app', 'bin']
    .flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^.*(?:from|import\() ?'mathjs.*$/gm)]
        .filter(([line]) => !/^(?:import type\b|\} from)/.test(line.trim()))
        .map(([line]) => `${file}: ${line.trim()}`),
    );
}

it('mathjs is loaded in one place, and only once a program is there', () => {
  expect(importsOfMathjs().filter((line) => !line.startsWith('bin/make-unit-table.ts'))).toEqual([
    "lib/math/programs/mathjs.ts: const { default: mathjs } = await import('mathjs/lib/browser/math.js');",
  ]);
});
