import classes from './tries-picture.module.css';

const MOST_SHOWN = 12;
const BAR_PX = 9;
const STEP_PX = 12;
const HEIGHT_PX = 20;
/** Of a try without points, so that it is seen. */
const FLOOR_PX = 2;

/** The tries at a part as bars, each as high as its share of the points. */
export function TriesPicture({
  tries,
  points,
}: {
  tries: readonly { attemptId: string; number: number; score: number | null }[];
  points: number;
}) {
  if (tries.length === 0) return null;
  const shown = tries.slice(-MOST_SHOWN);
  const words = shown.map(({ score }) => score ?? 'being graded').join(', ');
  return (
    <svg
      width={shown.length * STEP_PX}
      height={HEIGHT_PX}
      role="img"
      aria-label={`Tries: ${words} of ${points}`}
    >
      {shown.map(({ attemptId, score }, index) => {
        const share = score === null || points === 0 ? 0 : Math.max(0, score / points);
        const height = Math.max(FLOOR_PX, share * HEIGHT_PX);
        return (
          <rect
            key={attemptId}
            x={index * STEP_PX}
            y={HEIGHT_PX - height}
            width={BAR_PX}
            height={height}
            className={score === null ? classes.open : share === 1 ? classes.full : classes.part}
          />
        );
      })}
    </svg>
  );
}
