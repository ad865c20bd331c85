import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type YAMLMap,
} from 'yaml';

/** The node at `path`, through references (`*x`) and what is merged in (`<<`); null where none is. */
export function nodeAt(document: Document, path: readonly PropertyKey[]): Node | null {
  let node = resolved(document, document.contents);
  for (const key of path) node = node && childOf(document, node, key);
  return node;
}

/** The node of the key that `path` ends with, also where it is merged in. */
export function keyAt(document: Document, path: readonly PropertyKey[]): Node | null {
  const last = path.at(-1);
  const parent = nodeAt(document, path.slice(0, -1));
  const pair = last !== undefined && isMap(parent) ? pairOf(document, parent, last) : null;
  return pair && isScalar(pair.key) ? pair.key : null;
}

function childOf(document: Document, node: Node, key: PropertyKey): Node | null {
  if (isSeq(node)) return resolved(document, node.items[Number(key)]);
  if (!isMap(node)) return null;
  return resolved(document, pairOf(document, node, key)?.value);
}

type Pair = YAMLMap['items'][number];

/** What a map says itself comes before what is merged into it. */
function pairOf(document: Document, map: YAMLMap, key: PropertyKey): Pair | null {
  const own = map.items.find((pair) => String(keyOf(pair)) === String(key));
  if (own) return own;
  for (const pair of map.items.filter(isMerge)) {
    const merged = resolved(document, pair.value);
    const sources = isSeq(merged) ? merged.items : [merged];
    for (const item of sources) {
      const source = resolved(document, item);
      const found = isMap(source) ? pairOf(document, source, key) : null;
      if (found) return found;
    }
  }
  return null;
}

function keyOf({ key }: Pair): unknown {
  return isScalar(key) ? key.value : key;
}

/** YAML keeps `<<` as a symbol, so that it is no key like others. */
function isMerge(pair: Pair): boolean {
  const key = keyOf(pair);
  return key === '<<' || (typeof key === 'symbol' && key.description === '<<');
}

function resolved(document: Document, node: unknown): Node | null {
  if (isAlias(node)) return node.resolve(document) ?? null;
  return isMap(node) || isSeq(node) || isScalar(node) ? node : null;
}

/** The path of a node as the visitor of YAML has it: what is around it, from the outermost. */
export function pathOf(ancestors: readonly unknown[], node: unknown): PropertyKey[] {
  return ancestors.flatMap((ancestor, index): PropertyKey[] => {
    if (isPair(ancestor)) return isScalar(ancestor.key) ? [String(ancestor.key.value)] : [];
    const inside = ancestors[index + 1] ?? node;
    return isSeq(ancestor) ? [ancestor.items.indexOf(inside)] : [];
  });
}
