import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { randomFrom } from '@/lib/math/core/random';
import type { Tree } from '@/lib/math/core/tree';
import { Digits } from './digits';
import { drawValues } from './draw-values';
import { freeNames } from './free-names';
import { callsOf } from './functions/interpolation';
import { drawFunctions, inTurn, NONE_KNOWN } from './functions/known-functions';
import type { Language } from './language';
import { drawMatrices } from './matrices/known-matrices';
import { Model } from './model';
import type { Theory } from './theory';
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
  const points = callsOf(language.classes, [...theory.statements, claim]).flatMap(
    ({ args }) => args,
  );
  for (const dimension of DIMENSIONS) {
    const random = randomFrom(`${seed} ${dimension}`);
    const model = (values: Values, known = NONE_KNOWN) =>
      new Model(language, theory, dimension, values, (id) => theory.resolved(id), known);
    const numberAt = (values: Values, tree: Tree) => {
      const value = model(values).valueOf(tree);
      return value instanceof Digits ? value : null;
    };
    const drawn: Values[] = [];
    for (let draw = 0; draw < draws; draw++) {
      const values = new Map(drawValues(free, language, dimension, draw, random));
      const numberOf = (id: string) => numberAt(values, { kind: 'symbol', id });
      for (const [name, value] of drawMatrices(language.matrices, dimension, numberOf, random))
        values.set(name, value);
      drawn.push(values);
      yield model(values);
      if (points.length === 0) continue;
      const at = {
        number: (tree: Tree) => numberAt(values, tree),
        point: (tree: Tree) => model(values).valueOf(tree),
      };
      const choiceOf = draw % 2 === 0 ? () => inTurn(draw / 2, points.length) : () => random;
      yield model(values, drawFunctions(language.classes, points, at, choiceOf));
    }
    if (theory.isAlgebraic) continue;
    const isScalar = (id: string) => free.scalars.includes(id);
    for (const values of drawn) {
      yield model(tightened(values, theory.statements, isScalar, (at, tree) => numberAt(at, tree)));
    }
  }
}
