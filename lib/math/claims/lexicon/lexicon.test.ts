import { describe, expect, it } from 'vitest';
import { readClaim } from '@/lib/math/claims/read-claim';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { toLatex } from '@/lib/math/language/latex';
import { tableOf } from '@/lib/math/testing/tables';
import type { Meaning } from './entry';
import { LANGUAGES } from './lexicon';

const number = (id: string, latex = id): SymbolDeclaration => ({
  id,
  latex,
  type: { kind: 'scalar', domain: 'real' },
});
const table = tableOf([
  number('u'),
  number('v'),
  number('x', 'x_t'),
  number('next', 'x_{t+1}'),
  number('d'),
]);

/** What a line says: what it supposes or claims, and how. */
function said(line: string) {
  const claim = readClaim(line, { table });
  if (!claim.ok) return claim.error.message;
  const { role, supposed, isCondition, chains, antecedents, closes } = claim.value;
  const written = (all: typeof chains) =>
    all.map(({ members, operators }) =>
      members.map((member, index) => `${toLatex(member, table)}${operators[index] ?? ''}`).join(''),
    );
  return {
    role,
    isCondition,
    antecedents,
    closes,
    supposed: written(supposed),
    chains: written(chains),
  };
}

const plain = { role: 'claim', isCondition: false, antecedents: 0, closes: false, supposed: [] };
const claimed = { ...plain, chains: ['u<v'] };

/** What the example of a phrase has to say. */
const MEANT: Readonly<Record<Meaning, object>> = {
  suppose: { role: 'suppose', supposed: ['u<v'], chains: [] },
  'by contradiction': { role: 'suppose', supposed: ['u<v'], chains: [] },
  case: { role: 'case', supposed: ['u<v'], chains: [] },
  let: { role: 'suppose', supposed: ['u<v'], chains: [] },
  define: { role: 'define', chains: ['d=u-v'] },
  announce: { role: 'announce', chains: ['u<v'] },
  if: { isCondition: true, supposed: ['u<v'], chains: ['v>u'] },
  and: { chains: expect.arrayContaining(['u->0', 'x_t->0']) },
  // biome-ignore lint/suspicious/noThenProperty: the word is what is tested.
  then: {},
  implies: { antecedents: expect.toSatisfy((count: number) => count > 0) },
  'for all': claimed,
  exists: claimed,
  'for some': { role: 'suppose', supposed: ['u<v'], chains: [] },
  contradiction: { closes: true },
  tends: { ...plain },
  vanishes: { ...plain },
  grows: claimed,
  'such that': claimed,
  inert: {},
  unknown: expect.stringContaining('may change what is said'),
};

const phrases = LANGUAGES.flatMap((language) => language.phrases);

describe('phrases of proofs', () => {
  it.each(phrases)('%s: %s', (means, phrase, example) => {
    const [first = ''] = phrase.split(' ');
    expect(example.toLowerCase()).toContain(first);
    if (means === 'unknown') expect(said(example)).toEqual(MEANT[means]);
    else expect(said(example)).toMatchObject(MEANT[means]);
  });

  it.each(phrases.filter(([means]) => means === 'tends' || means === 'vanishes'))(
    '%s: %s is a limit',
    (_, __, example) => {
      expect(said(example)).toMatchObject({ chains: expect.arrayContaining(['x_t->0']) });
    },
  );
});

describe('words that say nothing', () => {
  it.each(LANGUAGES.flatMap(({ inert, subjects }) => [...inert, ...subjects]))('%s', (run) => {
    expect(said(`${run} u < v`)).toMatchObject({ chains: ['u<v'], supposed: [] });
    expect(said(`\\text{${run} } u < v`)).toMatchObject({ chains: ['u<v'], supposed: [] });
  });
});

describe('words for what formulas are about', () => {
  it.each(LANGUAGES.flatMap(({ subjects }) => subjects))(
    '%s: may be a claim by themselves',
    (run) => {
      const claim = readClaim(`\\text{${run}}`, { table });
      expect(claim.ok && claim.value.claimsInWords).toBe(true);
    },
  );
});
