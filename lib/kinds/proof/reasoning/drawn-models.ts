import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { randomFrom } from '@/lib/math/core/random';
import { Digits } from './digits';
import { drawValues } from './draw-values';
import { freeNames } from './free-names';
import { Model } from './model';
import type { Language, Theory } from './theory';
import { tightened } from './tight-values';

/** Spaces in which counterexamples are looked for. */
export const DIMENSIONS = [1, 2];

type Values = ReadonlyMap<string, Digits>;

/**
 * Models of small whole numbers for what is free in a theory and a claim, which may or may not
 * satisfy them; where more than algebra is spoken of, then the same with what is bounded at its bounds.
 */
export function* drawnModels(
  language: Language,
  theory: Theory,
  claim: Statement,
  draws: number,
  seed: string,
): Generator<Model> {
  const free = freeNames(theory, claim, language);
  for (const dimension of DIMENSIONS) {
    const random = randomFrom(`${seed} ${dimension}`);
    const model = (values: Values) => new Model(language, theory, dimension, values);
    const drawn: Values[] = [];
    for (let draw = 0; draw < draws; draw++) {
      const values = drawValues(free, language, dimension, draw, random);
      drawn.push(values);
      yield model(values);
    }
    if (theory.isAlgebraic) continue;
    const isScalar = (id: string) => free.scalars.includes(id);
    for (const values of drawn) {
      yield model(
        tightened(values, theory.statements, isScalar, (at, tree) => {
          const value = model(at).valueOf(tree);
          return value instanceof Digits ? value : null;
        }),
      );
    }
  }
}
