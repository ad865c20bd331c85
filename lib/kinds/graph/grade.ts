import type { Check } from '@/lib/exam/check';
import type { GradeInput } from '@/lib/kinds/contract';
import { type GraphAnswer, type GraphKey, type GraphSpec, placedNodes } from './answer';
import { findCycle } from './cycle';
import { doubledEdges, exchangedNodes } from './drawn-as';
import { distinct, type Edge, reversedEdge, same } from './edges';

/** A drawing that is right but for one idea, all arrows turned or nodes exchanged, keeps this share. */
const ONE_IDEA = 0.5;

/**
 * Compares edge by edge; layout is free. Every edge of the reference is worth the same share. A
 * superfluous edge or node takes one share away (else drawing every arrow would be right), and one
 * that is there in both directions half of one, but never below nothing. A reversed edge is one
 * mistake, not two. A drawing that is right but for one idea keeps half.
 */
export function grade({
  spec,
  key,
  answer,
  points,
}: GradeInput<GraphSpec, GraphKey, GraphAnswer>): Check[] {
  const found = compared(key.edges, answer);
  const { right, reversed, missing, extra, extraNodes, doubled } = found;
  const cycle =
    key.acyclic && doubled.length === 0 ? findCycle(distinct(answer.edges ?? [])) : null;
  const idea = oneIdea(key.edges, answer, spec);
  const share = Math.max(found.share, idea === null ? 0 : ONE_IDEA);
  const perfect = found.share === 1 && doubled.length === 0;
  const name = names(spec);
  const list = (edges: readonly Edge[]) => edges.map((edge) => arrow(edge, name)).join(', ');
  const findings = [
    `${right.length} of ${key.edges.length} arrows are right.`,
    idea !== null && share > found.share && idea,
    reversed.length > 0 && `Pointing the wrong way, it should be: ${list(reversed)}.`,
    missing.length > 0 && `Missing: ${list(missing)}.`,
    doubled.length > 0 &&
      `Drawn in both directions: ${list(doubled.map(reversedEdge))}; a computation graph has the way in which values are computed, and the backward pass is no part of it.`,
    extra.length > 0 && `Not part of the graph: ${list(extra)}.`,
    extraNodes.length > 0 &&
      `Nodes that do not belong here: ${extraNodes.map((id) => `$${name(id)}$`).join(', ')}.`,
    cycle &&
      `Your arrows run in a circle, $${cycle.map(name).join(' \\to ')}$; a computation graph has none.`,
  ].filter((finding) => typeof finding === 'string');
  const pairs = (edges: readonly Edge[]) => edges.map(([from, to]) => [from, to]);
  const data = {
    missing: pairs(missing),
    reversed: pairs(reversed),
    extra: pairs([...extra, ...doubled]),
    extraNodes,
  };
  const superfluous = extra.length + doubled.length + extraNodes.length;
  return [
    {
      name: 'edges',
      verdict: perfect ? 'right' : 'wrong',
      score: share * points,
      points,
      message: perfect ? 'The graph is right: every arrow and nothing else.' : findings.join(' '),
      evidence: `${right.length} right, ${reversed.length} reversed, ${missing.length} missing, ${superfluous} superfluous of ${key.edges.length}.`,
      ...(!perfect && { witness: { summary: findings.slice(1).join(' '), data } }),
    },
  ];
}

/** What of a drawing is right, edge by edge, and the share that this earns. */
function compared(reference: readonly Edge[], answer: GraphAnswer) {
  const drawn = distinct(answer.edges ?? []);
  const isDrawn = (edge: Edge) => drawn.some((other) => same(edge, other));
  const right = reference.filter(isDrawn);
  const absent = reference.filter((edge) => !right.includes(edge));
  const reversed = absent.filter((edge) => isDrawn(reversedEdge(edge)));
  const missing = absent.filter((edge) => !reversed.includes(edge));
  const doubled = doubledEdges(drawn, reference);
  const extra = drawn.filter(
    (edge) =>
      !reference.some((other) => same(edge, other)) &&
      !reversed.some((other) => same(edge, reversedEdge(other))) &&
      !doubled.includes(edge),
  );
  const wanted = new Set(reference.flat());
  const extraNodes = placedNodes(answer).filter(
    (id) => !wanted.has(id) && !extra.some((edge) => edge.includes(id)),
  );
  const superfluous = extra.length + extraNodes.length + doubled.length / 2;
  const share = Math.max(0, right.length - superfluous) / reference.length;
  return { right, reversed, missing, extra, extraNodes, doubled, share };
}

/** The one idea but for which a drawing is right, in words; null where there is none. */
function oneIdea(reference: readonly Edge[], answer: GraphAnswer, spec: GraphSpec): string | null {
  const drawn = distinct(answer.edges ?? []);
  const turned = compared(reference, { ...answer, edges: drawn.map(([from, to]) => [to, from]) });
  if (turned.share === 1)
    return 'The graph is right but for its direction: arrows lead from what is given to what is computed from it.';
  const exchanged = exchangedNodes(drawn, reference);
  if (!exchanged) return null;
  const name = names(spec);
  const pairs = exchanged.map(([a, b]) => `$${name(a)}$ and $${name(b)}$`).join(', and ');
  return `The graph has the right form, but ${pairs} are exchanged.`;
}

function names({ palette }: GraphSpec): (id: string) => string {
  return (id) => palette.find((node) => node.id === id)?.latex ?? id;
}

function arrow([from, to]: Edge, name: (id: string) => string): string {
  return `$${name(from)} \\to ${name(to)}$`;
}
