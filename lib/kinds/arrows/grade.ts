import type { Check } from '@/lib/exam/check';
import { isSamePoints } from '@/lib/exam/score';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import type { GradeInput } from '@/lib/kinds/contract';
import { checkOf, type Judged, wrong } from '@/lib/kinds/judged';
import { distinctDecimal } from '@/lib/math/compare/witness/witness';
import type { ArrowsAnswer, ArrowsKey, ArrowsSpec, Vector } from './answer';
import { type PreparedArrows, prepareArrows } from './directions';
import { notGeneral } from './general-position';
import { degreesBetween, inWords, length } from './geometry';

type Input = GradeInput<ArrowsSpec, ArrowsKey, ArrowsAnswer>;

/** An arrow shorter than this share of the drawing has no direction that one could see. */
const SHORTEST = 0.01;

/**
 * Judges a drawing at the student's own points: their general position, the direction of each arrow
 * within the author's tolerance, and, where the author asks for it, lengths relative to each other.
 */
export function grade(input: Input): Check[] {
  const { spec, key, answer, points: partPoints } = input;
  const prepared = prepareArrows(spec, key);
  const { position, arrows, lengths } = key.shares;
  const sum = position + arrows + lengths;
  if (!isSamePoints(sum, partPoints))
    throw new BrokenKeyError(`the shares sum to ${sum}, the part has ${partPoints}`);
  const { points = {} } = answer;
  const expected = new Map(
    spec.from.map((id) => [id, prepared.directions.get(id)?.(points) ?? null]),
  );
  return [
    checkOf('position', position, judgePosition(input, prepared)),
    ...spec.from.map((id) =>
      checkOf(
        `arrow ${id}`,
        arrows / spec.from.length,
        judgeArrow(id, expected.get(id) ?? null, input, prepared),
      ),
    ),
    ...(key.lengths === null
      ? []
      : [checkOf('lengths', lengths, judgeLengths(key.lengths, expected, input, prepared))]),
  ];
}

function judgePosition({ spec, answer }: Input, { latexOf }: PreparedArrows): Judged {
  const { points = {} } = answer;
  const missing = spec.points.filter((id) => !points[id]);
  if (missing.length > 0)
    return wrong(`Not placed: ${missing.map((id) => `$${latexOf(id)}$`).join(', ')}.`);
  const placed = spec.points.flatMap((id) => {
    const at = points[id];
    return at ? [{ latex: latexOf(id), at }] : [];
  });
  const problem = notGeneral(placed);
  if (problem) return wrong(`The points are not in general position: ${problem}`);
  return right('The points are in general position.');
}

function judgeArrow(
  id: string,
  expected: Vector | null,
  { spec, key, answer }: Input,
  { latexOf, misconceptions }: PreparedArrows,
): Judged {
  const at = `$${latexOf(id)}$`;
  const { points = {}, arrows = {} } = answer;
  if (!points[id]) return wrong(`${at} is not placed, so no arrow can start there.`);
  const drawn = arrows[id];
  const size = Math.max(...Object.values({ ...points, ...arrows }).map(length), Number.MIN_VALUE);
  if (!drawn || length(drawn) < SHORTEST * size) return wrong(`No arrow starts at ${at}.`);
  if (!expected || length(expected) < 1e-9 * size)
    return wrong(
      `Where the arrow at ${at} should point cannot be told: points that it depends on are missing or coincide.`,
    );
  const off = degreesBetween(drawn, expected);
  if (off <= spec.tolerance) return right(`The arrow at ${at} points the right way.`, off);
  const where = `it should point ${inWords(expected)}`;
  const witness = {
    summary: `The arrow at ${at} is off by ${degreesInWords(off, spec.tolerance)}; ${where}.`,
    data: { point: id, off, drawn: [...drawn], expected: [...expected] },
  };
  const evidence = `${distinctDecimal(off, spec.tolerance, 3)}° off, tolerance ${spec.tolerance}°.`;
  if (180 - off <= spec.tolerance) {
    const { message, credit } = key.opposite ?? {
      message: 'It points the opposite way.',
      credit: 0,
    };
    return {
      share: credit,
      verdict: 'wrong',
      message: `${witness.summary} ${message}`,
      evidence,
      witness,
    };
  }
  const misconception = misconceptions.find(
    ({ point, direction }) =>
      point === id && degreesBetween(drawn, direction(points) ?? [0, 0]) <= spec.tolerance,
  );
  return {
    share: misconception?.credit ?? 0,
    verdict: 'wrong',
    message: misconception ? `${witness.summary} ${misconception.message}` : witness.summary,
    evidence,
    witness,
  };
}

/** A degree more is shown where rounding would hide that the tolerance is passed. */
function degreesInWords(off: number, tolerance: number): string {
  return Math.round(off) > tolerance
    ? `${Math.round(off)}°`
    : `${distinctDecimal(off, tolerance, 3)}°`;
}

function judgeLengths(
  within: number,
  expected: ReadonlyMap<string, Vector | null>,
  { spec, answer }: Input,
  { latexOf }: PreparedArrows,
): Judged {
  const ratios = spec.from.flatMap((id) => {
    const [drawn, wanted] = [answer.arrows?.[id], expected.get(id)];
    const ratio = drawn && wanted ? length(drawn) / length(wanted) : 0;
    return Number.isFinite(ratio) && ratio > 0 ? [{ id, ratio }] : [];
  });
  if (ratios.length < spec.from.length)
    return wrong('Lengths can be compared only where every arrow is drawn.');
  const sorted = ratios.toSorted((a, b) => a.ratio - b.ratio);
  const usual = sorted[Math.floor((sorted.length - 1) / 2)]?.ratio ?? 1;
  const worst = ratios.reduce((a, b) =>
    Math.abs(Math.log(b.ratio / usual)) > Math.abs(Math.log(a.ratio / usual)) ? b : a,
  );
  const times = worst.ratio / usual;
  if (Math.max(times, 1 / times) <= 1 + within) return right('The lengths fit each other.');
  return wrong(
    `The arrow at $${latexOf(worst.id)}$ is ${distinctDecimal(times, 1, 3)} times as long as it should be beside the others.`,
  );
}

function right(message: string, off?: number): Judged {
  const evidence = off === undefined ? message : `${off.toFixed(1)}° off.`;
  return { share: 1, verdict: 'right', message, evidence };
}
