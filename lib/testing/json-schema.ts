/** Keywords that say something of a value; the others only describe, and anything else is refused. */
const DESCRIBING = [
  '$schema',
  'title',
  'description',
  'default',
  'contentMediaType',
  'definitions',
];

type Table = Readonly<Record<string, unknown>>;

/**
 * What of a value is not as a JSON Schema says, as paths with words. Knows the keywords that our
 * schemas have and throws at others, so that nothing passes unseen.
 */
export function mismatches(root: unknown, value: unknown): string[] {
  const look = (schema: unknown, at: unknown, path: string): string[] => {
    if (schema === true || schema === undefined) return [];
    if (!isTable(schema)) return [`${path}: nothing may stand here`];
    return Object.entries(schema).flatMap(([keyword, rule]) => {
      if (DESCRIBING.includes(keyword)) return [];
      if (keyword === '$ref') return look(resolve(root, String(rule)), at, path);
      const check = KEYWORDS[keyword];
      if (!check) throw new Error(`unknown keyword ${keyword} at ${path}`);
      return check({ rule, at, path, schema, look });
    });
  };
  return look(root, value, '');
}

interface Look {
  rule: unknown;
  at: unknown;
  path: string;
  schema: Table;
  look: (schema: unknown, at: unknown, path: string) => string[];
}

const is = (holds: boolean, { path, rule }: Look, word: string) =>
  holds ? [] : [`${path}: ${word} ${JSON.stringify(rule)}`];

const KEYWORDS: Readonly<Record<string, (look: Look) => string[]>> = {
  type: (l) => is(typesOf(l.at).includes(String(l.rule)), l, 'no'),
  const: (l) => is(l.at === l.rule, l, 'not'),
  enum: (l) => is(list(l.rule).includes(l.at), l, 'none of'),
  pattern: (l) =>
    is(typeof l.at !== 'string' || new RegExp(String(l.rule)).test(l.at), l, 'not of'),
  minLength: (l) =>
    is(typeof l.at !== 'string' || l.at.length >= Number(l.rule), l, 'shorter than'),
  maxLength: (l) => is(typeof l.at !== 'string' || l.at.length <= Number(l.rule), l, 'longer than'),
  minItems: (l) => is(!Array.isArray(l.at) || l.at.length >= Number(l.rule), l, 'fewer than'),
  maxItems: (l) => is(!Array.isArray(l.at) || l.at.length <= Number(l.rule), l, 'more than'),
  minimum: (l) => is(typeof l.at !== 'number' || l.at >= Number(l.rule), l, 'less than'),
  maximum: (l) => is(typeof l.at !== 'number' || l.at <= Number(l.rule), l, 'more than'),
  exclusiveMinimum: (l) => is(typeof l.at !== 'number' || l.at > Number(l.rule), l, 'not above'),
  required: (l) =>
    isTable(l.at)
      ? list(l.rule).flatMap((key) =>
          isTable(l.at) && Object.hasOwn(l.at, String(key)) ? [] : [`${l.path}: ${key} is missing`],
        )
      : [],
  properties: (l) =>
    entries(l.at).flatMap(([key, value]) =>
      isTable(l.rule) && Object.hasOwn(l.rule, key)
        ? l.look(l.rule[key], value, `${l.path}/${key}`)
        : [],
    ),
  additionalProperties: (l) => {
    const known = isTable(l.schema.properties) ? l.schema.properties : {};
    return entries(l.at).flatMap(([key, value]) =>
      Object.hasOwn(known, key) ? [] : l.look(l.rule, value, `${l.path}/${key}`),
    );
  },
  propertyNames: (l) => entries(l.at).flatMap(([key]) => l.look(l.rule, key, `${l.path}/${key}`)),
  items: (l) =>
    list(l.at).flatMap((value, index) =>
      l.look(Array.isArray(l.rule) ? l.rule[index] : l.rule, value, `${l.path}/${index}`),
    ),
  additionalItems: () => [],
  anyOf: (l) => {
    const each = list(l.rule).map((option) => l.look(option, l.at, l.path));
    return each.some((found) => found.length === 0) ? [] : shortest(each);
  },
  oneOf: (l) => {
    const each = list(l.rule).map((option) => l.look(option, l.at, l.path));
    const fitting = each.filter((found) => found.length === 0);
    if (fitting.length > 1) return [`${l.path}: ${fitting.length} of the options fit`];
    return fitting.length === 1 ? [] : shortest(each);
  },
};

function shortest(each: readonly string[][]): string[] {
  return each.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function typesOf(value: unknown): string[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number')
    return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
  return [typeof value];
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entries(value: unknown): [string, unknown][] {
  return isTable(value) ? Object.entries(value) : [];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function resolve(root: unknown, reference: string): unknown {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, key) => (isTable(at) ? at[key] : false), root);
}
