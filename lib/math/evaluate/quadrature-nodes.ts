/** How far a range of integration goes. */
export type Range = 'finite' | 'up' | 'down' | 'line';

/**
 * Where an integrand is evaluated. On a finite range `offset` is the fraction of its width from the
 * end it is `near`, on a half-line the distance from the finite end, on the line the number itself:
 * exact next to an end, where the number itself would be rounded.
 */
export interface Position {
  near: 'from' | 'to';
  offset: number;
}

/** A node of the double exponential rule: the new variable `t`, the position, and the weight dx/dt. */
export interface Node extends Position {
  t: number;
  weight: number;
}

/** The step of the first level; every further level halves it. */
export const COARSEST_STEP = 1 / 2;

/** Nodes are moved by this, so that none falls on a hole such as that of sin(x)/x at 0. */
const SHIFT = 0.0137;

/**
 * How far out t goes. The outermost offsets are about 1e-275 on a finite range and 1e±250 on the
 * others, close to the smallest and largest doubles, with room for the weights.
 */
const REACH_FINITE = 6.0;
const REACH_INFINITE = 6.6;

const nodesByLevel = new Map<string, readonly Node[]>();

/** The nodes that a level adds, from one end to the other. */
export function nodesOf(range: Range, level: number): readonly Node[] {
  const name = `${range}/${level}`;
  const cached = nodesByLevel.get(name);
  if (cached) return cached;
  const step = COARSEST_STEP / 2 ** level;
  const nodes: Node[] = [];
  const most = Math.floor((range === 'finite' ? REACH_FINITE : REACH_INFINITE) / step);
  for (let j = -most; j <= most; j++) {
    // Even multiples of the step stand in the levels before.
    if (level > 0 && j % 2 === 0) continue;
    nodes.push(nodeAt(j * step + SHIFT, range));
  }
  nodesByLevel.set(name, nodes);
  return nodes;
}

function nodeAt(t: number, range: Range): Node {
  const speed = Math.cosh(t);
  if (range === 'finite') {
    const q = Math.PI * Math.sinh(t);
    const offset = 1 / (1 + Math.exp(Math.abs(q)));
    const weight = Math.PI * speed * offset * (1 - offset);
    return { t, near: t < 0 ? 'from' : 'to', offset, weight };
  }
  const q = (Math.PI / 2) * Math.sinh(t);
  if (range === 'line') {
    const weight = (Math.PI / 2) * speed * Math.cosh(q);
    return { t, near: 'from', offset: Math.sinh(q), weight };
  }
  // Towards the lower end t falls, also where the lower end is the infinite one.
  const sign = range === 'down' ? -1 : 1;
  const offset = Math.exp(sign * q);
  const near = range === 'down' ? 'to' : 'from';
  return { t, near, offset, weight: (Math.PI / 2) * speed * offset };
}
