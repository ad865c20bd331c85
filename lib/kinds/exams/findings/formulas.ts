import type { PositionedYaml } from '@/lib/exam/yaml-positions';
import { type FormulaProblem, formulaProblem } from '@/lib/ui/typeset/formula';
import { formulasIn } from '@/lib/ui/typeset/formulas-in';
import type { Remark } from './finding';
import { placeOf } from './place-of';
import { type ShownText, shownTexts } from './shown-texts';

/**
 * Dollars without end and formulas that cannot be typeset, in all that is shown of an exam.
 * @param besides what was found already: of a text with a control character that is enough
 */
export function brokenFormulas(yaml: PositionedYaml, besides: readonly Remark[] = []): Remark[] {
  const told = new Set(besides.map(({ path }) => pathKey(path)));
  return shownTexts(yaml.value)
    .filter(({ path }) => !told.has(pathKey(path)))
    .flatMap((shown) => (shown.form === 'latex' ? inLabel(shown, yaml) : inText(shown, yaml)));
}

function inLabel({ text, path }: ShownText, yaml: PositionedYaml): Remark[] {
  // A dollar sign is left out where one formula is typeset (`Tex`).
  const problem = formulaProblem(text.replaceAll('$', ''), 'in a line');
  return problem ? [remark(problem, text, 0, path, yaml)] : [];
}

function inText({ text, path }: ShownText, yaml: PositionedYaml): Remark[] {
  const { formulas, unclosed } = formulasIn(text);
  // Where a dollar is missing, others are paired wrongly and nothing can be said of what is between.
  if (unclosed.length > 0)
    return unclosed.map((offset) => ({
      severity: 'error',
      message: 'a $ is not closed, or one before it is missing; a dollar sign is written \\$',
      path,
      ...placeOf('$', text, offset, path, yaml),
    }));
  return formulas.flatMap(({ latex, place, offset }) => {
    const problem = formulaProblem(latex, place);
    return problem ? [remark(problem, text, offset, path, yaml)] : [];
  });
}

function remark(
  { message, unknown }: FormulaProblem,
  text: string,
  offset: number,
  path: readonly PropertyKey[],
  yaml: PositionedYaml,
): Remark {
  // A command may also come out of another one, and then does not stand in the text.
  const isWritten = unknown !== null && text.includes(unknown, offset);
  const words =
    unknown === null
      ? `a formula cannot be shown: ${message}`
      : `\`${unknown}\` is no command that can be shown`;
  const sign = isWritten ? unknown : '$';
  return { severity: 'error', message: words, path, ...placeOf(sign, text, offset, path, yaml) };
}

function pathKey(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}
