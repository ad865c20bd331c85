import { describe, expect, it } from 'vitest';
import type { GraphAnswer } from './answer';
import { graphAnswer } from './answer';
import { findCycle } from './cycle';
import { addEdge, addNode, laidOut, positionOf, removeEdge, removeNode, reverseEdge } from './edit';

describe('editing a graph', () => {
  const drawn = addEdge(addNode(addNode({}, 'x'), 'f'), 'x', 'f');

  it('adds an arrow once, and none to itself', () => {
    expect(addEdge(drawn, 'x', 'f').edges).toEqual([['x', 'f']]);
    expect(addEdge(drawn, 'x', 'x').edges).toEqual([['x', 'f']]);
  });

  it('reverses without losing the nodes', () => {
    const reversed = reverseEdge(drawn, 'x', 'f');
    expect(reversed.edges).toEqual([['f', 'x']]);
    expect(reversed.nodes).toEqual(['x', 'f']);
  });

  it('takes a node’s arrows with it, and leaves nodes when an arrow goes', () => {
    expect(removeNode(drawn, 'f')).toMatchObject({ nodes: ['x'], edges: [] });
    expect(removeEdge(drawn, 'x', 'f')).toMatchObject({ nodes: ['x', 'f'], edges: [] });
  });

  it('never places two nodes on one spot', () => {
    let graph: GraphAnswer = {};
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) graph = addNode(graph, id);
    graph = addNode(removeNode(graph, 'b'), 'g');
    const spots = (graph.nodes ?? []).map((id) => JSON.stringify(positionOf(graph, id)));
    expect(new Set(spots).size).toBe(spots.length);
  });
});

describe('placing nodes on a small screen', () => {
  it('puts eight nodes into what is seen of the canvas, wherever it was moved to', () => {
    for (const area of [
      { left: 0, top: 0, width: 326, height: 320 },
      { left: -200, top: 150, width: 326, height: 320 },
    ]) {
      let graph: GraphAnswer = {};
      for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
        graph = addNode(graph, id, area, 8);
      for (const [x, y] of Object.values(graph.positions ?? {})) {
        expect(x).toBeGreaterThanOrEqual(area.left);
        expect(x + 56).toBeLessThanOrEqual(area.left + area.width);
        expect(y).toBeGreaterThanOrEqual(area.top);
        expect(y + 44).toBeLessThanOrEqual(area.top + area.height);
      }
      const spots = Object.values(graph.positions ?? {}).map((spot) => spot.join());
      expect(new Set(spots).size).toBe(8);
      const columns = new Set(Object.values(graph.positions ?? {}).map(([x]) => x));
      expect(columns.size).toBe(3);
    }
  });
});

describe('laying out a graph that no hand has drawn', () => {
  it('leaves what has a place where it is, and covers nothing', () => {
    const graph = laidOut({ nodes: ['a', 'b', 'c'], positions: { c: [40, 40] } });
    expect(graph.positions?.c).toEqual([40, 40]);
    const places = Object.values(graph.positions ?? {});
    expect(places).toHaveLength(3);
    for (const [index, [x, y]] of places.entries()) {
      for (const [otherX, otherY] of places.slice(index + 1)) {
        expect(Math.abs(x - otherX) >= 60 || Math.abs(y - otherY) >= 50).toBe(true);
      }
    }
  });
});

describe('findCycle', () => {
  it('names the nodes of a circle', () => {
    const cycle = findCycle([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
    ]);
    expect(cycle).toEqual(['b', 'c', 'b']);
  });

  it('finds none where two ways lead to one node', () => {
    const diamond: [string, string][] = [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'd'],
      ['c', 'd'],
    ];
    expect(findCycle(diamond)).toBeNull();
  });
});

describe('where nodes lie', () => {
  const at = (x: number, y: number) => graphAnswer.safeParse({ positions: { a: [x, y] } }).success;

  it('is bounded, so that whoever reviews the drawing sees it', () => {
    expect(at(-4000, 12_000.5)).toBe(true);
    for (const x of [1e308, -1e6, Number.NaN]) expect(at(x, 0)).toBe(false);
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`n${i}`, [0, 0]]));
    expect(graphAnswer.safeParse({ positions: many }).success).toBe(false);
  });
});
