/** What changes from piece to piece of a function of one variable: a sign, or a number between two whole ones. */
export interface Label {
  at: (x: number) => number;
  /** NaN where the digits do not tell. */
  surelyAt: (x: number) => number;
}

/** Bisections of an interval in which a label changes. */
const BISECTIONS = 60;

/**
 * Places inside (a, b) where labels change, in order, at most `most`. Changes are looked for between
 * places that are spread over scales around the finite ends, 0 and 1; two changes of one label
 * between neighbouring places are missed.
 */
export function breaksOf(
  labels: readonly Label[],
  a: number,
  b: number,
  most: number,
): readonly number[] {
  if (labels.length === 0) return [];
  const places = placesIn(a, b);
  const breaks = new Set<number>();
  for (const label of labels) {
    const seen = places.map((x) => ({ x, piece: label.surelyAt(x) }));
    for (const [index, right] of seen.entries()) {
      const left = seen[index - 1];
      if (left) changes(label, left, right, breaks, most);
    }
  }
  return [...breaks]
    .filter((x) => x > a && x < b)
    .sort((x, y) => x - y)
    .slice(0, most);
}

interface Seen {
  x: number;
  piece: number;
}

function changes(label: Label, left: Seen, right: Seen, breaks: Set<number>, most: number): void {
  let start = left;
  while (start.piece !== right.piece && breaks.size < most) {
    if (Number.isNaN(start.piece) || Number.isNaN(right.piece)) return;
    let [low, high] = [start, right];
    for (let count = 0; count < BISECTIONS; count++) {
      const x = low.x + (high.x - low.x) / 2;
      if (x <= low.x || x >= high.x) break;
      const middle = { x, piece: label.at(x) };
      if (middle.piece === start.piece) low = middle;
      else high = middle;
    }
    const round = neat(high.x, right.x - left.x);
    const piece = high.piece === 0 ? null : label.surelyAt(round);
    breaks.add(piece === 0 || Number.isNaN(piece) ? round : high.x);
    if (high.x >= right.x) return;
    // At a zero the label is 0; what follows has the label of the right end.
    start = high.piece === 0 ? { x: high.x, piece: right.piece } : high;
  }
}

/** Rounding finds numbers such as 0 and 1/2 again, which bisection only comes near to. */
function neat(x: number, width: number): number {
  return Math.abs(x) < 1e-12 * width ? 0 : Number(x.toPrecision(12));
}

function placesIn(a: number, b: number): number[] {
  const spread: number[] = [];
  if (Number.isFinite(a) && Number.isFinite(b)) {
    for (let k = 1; k < 24; k++) spread.push(a + ((b - a) * k) / 24.03);
  } else {
    for (let k = -8; k <= 14; k++) {
      const scale = 1.037 * 2 ** k;
      spread.push(scale, -scale);
      if (Number.isFinite(a) && a !== 0) spread.push(a + scale);
      if (Number.isFinite(b) && b !== 0) spread.push(b - scale);
    }
  }
  // Pieces close to an end are small but count, so the ends are searched on a logarithmic scale.
  const width = Number.isFinite(b - a) ? b - a : 1;
  for (let k = 2; k <= 18; k++)
    spread.push(a + width * 1.037 * 10 ** -k, b - width * 1.037 * 10 ** -k);
  return [...new Set(spread.filter((x) => x > a && x < b))].sort((x, y) => x - y);
}
