import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The boxes of the picture, the more special ones first. */
const BOXES: readonly [title: string, files: RegExp][] = [
  ...readdirSync(new URL('../../lib/math', import.meta.url)).map((room): [string, RegExp] => [
    `math/${room}`,
    new RegExp(`^lib/math/${room}/`),
  ]),
  ...['reading', 'reasoning', 'judging'].map((room): [string, RegExp] => [
    `kinds/proof/${room}`,
    new RegExp(`^lib/kinds/proof/${room}/`),
  ]),
  ...['fields', 'lines', 'registry', 'exams'].map((room): [string, RegExp] => [
    `kinds/${room}`,
    new RegExp(`^lib/kinds/${room}/`),
  ]),
  ['kinds/proof/answer', /^lib\/kinds\/proof\/answer\./],
  ['kinds/proof', /^lib\/kinds\/proof\//],
  ['kinds/(each other kind)', /^lib\/kinds\/[^/]+\//],
  ['kinds', /^lib\/kinds\//],
  ...['exam', 'ui', 'server', 'features'].map((room): [string, RegExp] => [
    room,
    new RegExp(`^lib/${room}/`),
  ]),
  ['app', /^app\//],
];

const IMPORT = /(?:\bfrom|\bimport\()\s*'@\/([^']+)'/g;

/**
 * Which room imports which, as it stands: a mermaid graph. An arrow that follows from others is
 * left out. Every import across folders is written `@/…`, so that nothing has to be resolved.
 */
export function roomGraph(root: string): string {
  const edges = new Map<string, Set<string>>();
  for (const folder of ['lib', 'app']) {
    for (const file of sources(root, folder)) {
      const from = boxOf(file);
      if (!from) continue;
      for (const [, path = ''] of readFileSync(join(root, file), 'utf8').matchAll(IMPORT)) {
        const to = boxOf(`${path}.ts`);
        if (to && to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to));
      }
    }
  }
  const lines = [...edges].flatMap(([from, targets]) =>
    [...targets]
      .filter((to) => ![...targets].some((via) => via !== to && reaches(edges, via, to)))
      .map((to) => `  ${node(from)} --> ${node(to)}`),
  );
  return ['```mermaid', 'graph TD', ...lines.sort(), '```'].join('\n');
}

function sources(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`);
}

function boxOf(file: string): string | null {
  return BOXES.find(([, files]) => files.test(file))?.[0] ?? null;
}

function reaches(edges: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string) {
  const seen = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(edges.get(at) ?? []));
  }
  return false;
}

function node(title: string): string {
  return `${title.replaceAll(/[^a-z]/g, '_')}["${title}"]`;
}
