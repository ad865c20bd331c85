import type { Check } from '@/lib/exam/check';
import type { GradeInput } from '@/lib/kinds/contract';
import { type GraphAnswer, type GraphKey, type GraphSpec, placedNodes } from './answer';
import { findCycle } from './cycle';

type Edge = readonly [string, string];

/**
 * Compares edge by edge; layout is free. Every edge of the reference is worth the same share. A
 * superfluous edge or node takes one share away (else drawing every arrow would be right), but
 * never below nothing. A reversed edge is one mistake, not two.
 */
export function grade({
  spec,
  key,
  answer,
  points,
}: GradeInput<GraphSpec, GraphKey, GraphAnswer>): Check[] {
  const drawn = distinct(answer.edges ?? []);
  const right = key.edges.filter((edge) => drawn.some((other) => same(edge, other)));
  const absent = key.edges.filter((edge) => !right.includes(edge));
  const reversed = absent.filter(([from, to]) => drawn.some((other) => same([to, from], other)));
  const missing = absent.filter((edge) => !reversed.includes(edge));
  const extra = drawn.filter(
    ([from, to]) =>
      !key.edges.some((edge) => same(edge, [from, to])) &&
      !reversed.some((edge) => same(edge, [to, from])),
  );
  const wanted = new Set(key.edges.flat());
  const extraNodes = placedNodes(answer).filter(
    (id) => !wanted.has(id) && !extra.some((edge) => edge.includes(id)),
  );
  const cycle = key.acyclic ? findCycle(drawn) : null;

  const superfluous = extra.length + extraNodes.length;
  const share = Math.max(0, right.length - superfluous) / key.edges.length;
  const perfect = absent.length === 0 && superfluous === 0;
  const name = names(spec);
  const list = (edges: readonly Edge[]) => edges.map((edge) => arrow(edge, name)).join(', ');
  const findings = [
    `${right.length} of ${key.edges.length} arrows are right.`,
    reversed.length > 0 && `Pointing the wrong way, it should be: ${list(reversed)}.`,
    missing.length > 0 && `Missing: ${list(missing)}.`,
    extra.length > 0 && `Not part of the graph: ${list(extra)}.`,
    extraNodes.length > 0 &&
      `Nodes that do not belong here: ${extraNodes.map((id) => `$${name(id)}$`).join(', ')}.`,
    cycle &&
      `Your arrows run in a circle, $${cycle.map(name).join(' \\to ')}$; a computation graph has none.`,
  ].filter((finding) => typeof finding === 'string');
  const summary = findings.slice(1).join(' ');
  return [
    {
      name: 'edges',
      verdict: perfect ? 'right' : 'wrong',
      score: share * points,
      points,
      message: perfect ? 'The graph is right: every arrow and nothing else.' : findings.join(' '),
      evidence: `${right.length} right, ${reversed.length} reversed, ${missing.length} missing, ${superfluous} superfluous of ${key.edges.length}.`,
      ...(!perfect && {
        witness: {
          summary,
          data: {
            missing: missing.map(([from, to]) => [from, to]),
            reversed: reversed.map(([from, to]) => [from, to]),
            extra: extra.map(([from, to]) => [from, to]),
            extraNodes,
          },
        },
      }),
    },
  ];
}

function same([from, to]: Edge, [otherFrom, otherTo]: Edge): boolean {
  return from === otherFrom && to === otherTo;
}

function distinct(edges: readonly Edge[]): Edge[] {
  return edges.filter((edge, index) => edges.findIndex((other) => same(edge, other)) === index);
}

function names({ palette }: GraphSpec): (id: string) => string {
  return (id) => palette.find((node) => node.id === id)?.latex ?? id;
}

function arrow([from, to]: Edge, name: (id: string) => string): string {
  return `$${name(from)} \\to ${name(to)}$`;
}
