'use client';

const CELLS = 20;
const CELL_PX = 18;
const SIZE = CELLS * CELL_PX;
const LINES = Array.from({ length: CELLS + 1 }, (_, index) => index * CELL_PX);

/** An empty plane with axes through its middle, to draw points and arrows into. */
export function Paper() {
  return (
    <svg
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      style={{ display: 'block', width: '100%', maxWidth: SIZE }}
      role="img"
      aria-label="An empty coordinate plane"
    >
      {LINES.map((at) => (
        <g key={at} stroke="#000" strokeWidth={at === SIZE / 2 ? 1.2 : 0.2}>
          <line x1={at} y1={0} x2={at} y2={SIZE} />
          <line x1={0} y1={at} x2={SIZE} y2={at} />
        </g>
      ))}
    </svg>
  );
}
