interface Point {
  x: number;
  y: number;
}

/** The sides at which an arrow leaves one node and enters another, so that it runs straight. */
export function facingSides(
  from: Point,
  to: Point,
): { sourceHandle: string; targetHandle: string } {
  const right = to.x - from.x;
  const down = to.y - from.y;
  if (Math.abs(right) >= Math.abs(down)) {
    return right >= 0
      ? { sourceHandle: 'right', targetHandle: 'left' }
      : { sourceHandle: 'left', targetHandle: 'right' };
  }
  return down >= 0
    ? { sourceHandle: 'bottom', targetHandle: 'top' }
    : { sourceHandle: 'top', targetHandle: 'bottom' };
}
