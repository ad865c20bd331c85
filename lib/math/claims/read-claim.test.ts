import { describe, expect, it } from 'vitest';
import { claimed, table, written } from '@/lib/math/testing/claimed';
import { readClaim } from './read-claim';

describe('a line that goes on from the one above', () => {
  it('begins with its last member', () => {
    const claim = readClaim('\\le \\mu', { table, before: { kind: 'symbol', id: 'mu' } });
    expect(claim.ok && claim.value.chains.map(written)).toEqual(['\\mu <= \\mu']);
  });
});

const LESS =
  'That this holds for some says less than that it holds, so the line is not judged. If it always holds, say just that.';

describe('claims', () => {
  it.each([
    ['x_{t+1} = \\mu x_t', 'x_{t+1} = \\mu\\,x_t'],
    ['0 < \\mu \\le 1', '0 < \\mu <= 1'],
    [
      '\\|g(x_t)\\| \\le \\mu \\|x_t\\| \\to 0',
      '\\left\\|g(x_t)\\right\\| <= \\mu\\,\\left\\|x_t\\right\\| -> 0',
    ],
    ['x_t = 0 \\Rightarrow g(x_t) = 0', 'x_t = 0 ; g(x_t) = 0'],
    ['\\text{with (1a), } x_t = 0', 'x_t = 0'],
    ['x_t -> 0, g(x_t) -> 0', 'x_t -> 0 ; g(x_t) -> 0'],
    ['for\\:all\\:t:\\:x_t = 0', 'x_t = 0'],
    ['f\u00fcr\\:alle\\:t\\:gilt\\:x_t = 0', 'x_t = 0'],
    ['so\\:\\mu\\:=\\:1', '\\mu = 1'],
    ['hence\\:by\\:\\left(2\\right)\\:x_t = 0', 'x_t = 0'],
    ['by line 2 x_t = 0', 'x_t = 0'],
    ['x_t and g(x_t) -> 0', 'x_t -> 0 ; g(x_t) -> 0'],
    ['x_t tends to zero', 'x_t -> 0'],
    ['x_t \\text{ converges to } 0', 'x_t -> 0'],
    ['\\mu \\le 1\\;(\\mu > 0)', '\\mu <= 1 ; \\mu > 0'],
    ['x_t', 'Nothing is claimed of this: write an equation, an inequality or a limit.'],
    ['\\text{trivial}', ''],
    ['Hence x_t = 0', 'x_t = 0'],
    ['x_t = 0 \\text{ as } t \\to \\infty', 'x_t = 0'],
    ['\\lim_{t\\to\\infty} x_t = 0', 'lim(x_t) = 0'],
    ['\\lim x_t + \\mu\\lim g(x_t) = 0', 'lim(x_t+\\mu\\,g(x_t)) = 0'],
    ['\\frac{\\lim x_t}{\\mu} = 0', 'lim(\\frac{x_t}{\\mu}) = 0'],
    ['suppose x_t = 0', '[x_t = 0] '],
    ['if x_t = 0 then g(x_t) = 0', '[x_t = 0] g(x_t) = 0'],
    ['g(x_t) = 0 if x_t = 0', '[x_t = 0] g(x_t) = 0'],
    ['assume x_t = 0, g(x_t) = 0, so x_{t+1} = 0', '[x_t = 0 ; g(x_t) = 0] x_{t+1} = 0'],
    ['x_t = 0 when t \\to \\infty', 'x_t = 0'],
    ['\\begin{aligned} x_t &= 0 \\\\ &= g(x_t) \\end{aligned}', 'x_t = 0 = g(x_t)'],
    ['\\begin{aligned} x_t &= 0 \\\\ g(x_t) &= 0 \\end{aligned}', 'x_t = 0 ; g(x_t) = 0'],
    ['\\boxed{x_t = 0} \\tag{3}', 'x_t = 0'],
    ['x_t \\overset{(1a)}{=} 0', 'x_t = 0'],
    ['x_t = 0 \\land g(x_t) = 0', 'x_t = 0 ; g(x_t) = 0'],
    ['x_t + \\lim g(x_t) = 0', 'Write \\lim in front of everything that it is taken of.'],
    ['= x_t', 'Something is missing before “=”.'],
    ['x_t \\xrightarrow{t\\to\\infty} 0', 'x_t -> 0'],
    ['\\forall t: x_t = 0', 'x_t = 0'],
    ['x_t = 0 \\iff g(x_t) = 0', 'x_t = 0 ; g(x_t) = 0'],
    ['by (1a) x_t = 0', 'x_t = 0'],
    ['x_t -> 0 as t -> infinity', 'x_t -> 0'],
    ['x_t -> 0 when t -> oo', 'x_t -> 0'],
    ['x_{t+1} = x_t goes to zero', 'x_{t+1} = x_t -> 0'],
    ['assume g(x_t) is constant: x_t = 0', '[x_t = 0] '],
    ['by contradiction: x_t = 0', '[x_t = 0] '],
    ['by contradiction x_t = 0', 'x_t = 0'],
    ['suppose x_t = 0 for some n', '[x_t = 0] '],
    ['suppose x_t = 0 for some t', LESS],
    ['x_t = 0 for some n', LESS],
    ['', 'Nothing is claimed here.'],
  ])('%s', (source, expected) => {
    expect(claimed(source)).toBe(expected);
  });
});

/** What words make of a line: its role, its conditions, and whether it is an implication. */
function meant(source: string): string {
  const claim = readClaim(source, { table });
  if (!claim.ok) return claim.error.message.replace(/ may change what is said.*/, ' is unread');
  const { role, supposed, isCondition, chains, closes, claimsInWords, antecedents } = claim.value;
  const kind = isCondition ? 'if' : role;
  const roles = supposed.length > 0 ? [`${kind}: ${supposed.map(written).join(' ; ')}`] : [];
  const said = chains.map(written).join(' ; ');
  const marks = [
    role === 'announce' ? 'announced' : '',
    antecedents > 0 ? `${antecedents} implies` : '',
    closes ? 'closes' : '',
    claimsInWords ? 'claims in words' : '',
  ];
  return [...roles, said, ...marks].filter((part) => part !== '').join(' | ');
}

describe('words that are not understood leave a line unread', () => {
  it.each([
    ['It is not true that x_t = 0', 'not'],
    ['\\text{It is false that }x_t = 0', 'false'],
    ['We do not have x_t = 0', 'not'],
    ['not: x_t = 0', 'not'],
    ['\\text{Es gilt nicht }x_t = 0', 'nicht'],
    ['x_t = 0\\text{ does not hold}', 'does'],
    ['x_t = 0 \\text{ gilt nie}', 'nie'],
    ['x_t = 0\\text{ kann nicht sein}', 'kann'],
    ['\\text{Neplatí, že }x_t = 0', 'Neplatí'],
    ['Falsch wäre: x_t = 0', 'Falsch'],
    ['it is hopeless to claim that x_t = 0', 'hopeless'],
    ['I was unable to show x_t = 0', 'unable'],
    ['x_t = 0 fails in general', 'fails'],
    ['maybe x_t = 0', 'maybe'],
    ['vielleicht x_t = 0', 'vielleicht'],
    ['\\text{Is it true that }x_t = 0\\text{?}', 'Is it'],
    ['neither \\mu < 1 nor \\mu = 1', 'neither'],
    ['\\mu < 1 isn\u2019t true', 'isn\u2019t'],
    ['there are no t with \\mu < 1', 'there'],
    ['x_t = 0 except when \\mu > 1', 'except'],
    ['\\mu > 1 would imply x_t = 0', 'would'],
    ['x_t = 0 \\text{ only if } \\mu > 1', 'only'],
    ['x_t = 0 \\text{ unless } \\mu < 1', 'unless'],
    ['\\mu < 1 \\text{ or } \\mu > 1', 'or'],
    ['unfortunately x_t = 0', 'unfortunately'],
    ['x_t foo = 0', 'foo'],
    ['\\nexists t: x_t = 0', '\\nexists'],
  ])('%s', (source, word) => {
    const claim = readClaim(source, { table });
    expect(claim.ok).toBe(false);
    if (!claim.ok) expect(source.slice(claim.error.start, claim.error.end)).toBe(word);
  });
});

describe('what words say of a claim', () => {
  it.each([
    ['\\neg(x_t = 0)', 'x_t != 0'],
    ['\\neg(\\mu < 1) \\Rightarrow x_t = 0', '\\mu >= 1 ; x_t = 0 | 1 implies'],
    ['It remains to show x_t = 0', 'x_t = 0 | announced'],
    ['To show: x_t = 0', 'x_t = 0 | announced'],
    ['\\text{Zu zeigen: }x_t = 0', 'x_t = 0 | announced'],
    ['x_t = 0, which was to be shown', 'x_t = 0'],
    ['x_t = 0, unmöglich', 'x_t = 0 | closes'],
    ['x_t = 0 ↯', 'x_t = 0 | closes'],
    ['x_t = 0 \\Rightarrow g(x_t) = 0', 'x_t = 0 ; g(x_t) = 0 | 1 implies'],
    ['x_t = 0 => g(x_t) = 0', 'x_t = 0 ; g(x_t) = 0 | 1 implies'],
    ['x_t = 0, \\mu > 1 => g(x_t) = 0', 'x_t = 0 ; \\mu > 1 ; g(x_t) = 0 | 2 implies'],
    ['\\Rightarrow x_t = 0, g(x_t) = 0', 'x_t = 0 ; g(x_t) = 0'],
    ['if \\mu > 1 \\Rightarrow x_t = 0', 'if: \\mu > 1 | x_t = 0'],
    ['x_t = 0, so it tends to zero', 'x_t = 0 | claims in words'],
    ['both terms go to zero, so x_t = 0', 'x_t = 0 | claims in words'],
    ['since \\mu is a constant, x_t = 0', 'x_t = 0'],
  ])('%s', (source, expected) => {
    expect(meant(source)).toBe(expected);
  });
});

describe('what is supposed', () => {
  it.each([
    ['Suppose not: \\mu \\ge 1', 'suppose: \\mu >= 1'],
    ['\\text{Suppose not, i.e. }\\mu \\ge 1', 'suppose: \\mu >= 1'],
    ['Suppose for contradiction that \\mu \\ge 1', 'suppose: \\mu >= 1'],
    ['Assume, for contradiction, \\mu \\ge 1', 'suppose: \\mu >= 1'],
    ['\\text{Towards a contradiction let }\\mu \\ge 1', 'suppose: \\mu >= 1'],
    [
      '\\text{Suppose }\\mu \\ge 1\\text{. Then }\\mu \\ge 2\\text{, a contradiction.}',
      'suppose: \\mu >= 1 | \\mu >= 2 | closes',
    ],
    [
      '\\text{By contraposition: let } \\mu \\ge 1. \\text{ Then } x_t = 0. \\text{ So } \\mu \\neq 0.',
      'suppose: \\mu >= 1 | x_t = 0 ; \\mu != 0',
    ],
    ['\\text{Suppose }\\neg(\\mu < 1)', 'suppose: \\mu >= 1'],
    ['\\text{Suppose }\\mu \\not< 1', 'suppose: \\mu >= 1'],
    ['\\text{Suppose }\\mu \\nless 1', 'suppose: \\mu >= 1'],
    ['Case 1: \\mu \\ge 1. Then \\mu > 0', 'case: \\mu >= 1 | \\mu > 0'],
    ['Fall 2: \\mu < 1', 'case: \\mu < 1'],
    ['Wenn \\mu \\ge 1, dann x_t = 0.', 'if: \\mu >= 1 | x_t = 0'],
    ['x_t = 0, falls \\mu \\ge 1', 'if: \\mu >= 1 | x_t = 0'],
    ['if \\mu \\ge 1, x_t = 0', 'if: \\mu >= 1 | x_t = 0'],
    ['if \\mu \\ge 1, \\mu < 2 then x_t = 0', 'if: \\mu >= 1 ; \\mu < 2 | x_t = 0'],
    ['\\forall\\mu\\ge1: x_t = 0', 'if: \\mu >= 1 | x_t = 0'],
    ['x_t = 0 \\;\\forall p,n,\\quad \\mu\\ge1', 'if: \\mu >= 1 | x_t = 0'],
    ['\\forall t\\ge0: x_t = 0', 'x_t = 0'],
    ['x_t = 0 for all t \\ge 0', 'x_t = 0'],
    ['\\forall p, n, x_t = 0', 'x_t = 0'],
    ['By assumption x_t = 0', 'x_t = 0'],
    ['\\mu < 1. Suppose x_t = 0', 'Write what is supposed in a line of its own.'],
  ])('%s', (source, expected) => {
    expect(meant(source)).toBe(expected);
  });

  it('is what the chosen role says, and words that disagree leave the line unread', () => {
    const chosen = readClaim('\\mu \\ge 1', { table, role: 'suppose' });
    expect(chosen.ok && chosen.value.supposed.map(written)).toEqual(['\\mu >= 1']);
    const claim = readClaim('suppose \\mu \\ge 1', { table, role: 'claim' });
    expect(claim.ok ? '' : claim.error.message).toMatch(/say “suppose”, and “claim” was chosen/);
  });
});

describe('signs', () => {
  const grows = 'Limits are taken as the index grows: write $\\to\\infty$';
  it.each([
    ['\\mu \\nleq 1', '\\mu > 1'],
    ['\\mu \\not= 1', '\\mu != 1'],
    ['\\mu \\leqq 1', '\\mu <= 1'],
    ['x_t \\overset{t\\to\\infty}{\\longrightarrow} 0', 'x_t -> 0'],
    ['x_t \\underset{t\\to\\infty}{\\to} 0', 'x_t -> 0'],
    ['x_t \\stackrel{t\\to\\infty}{\\to} 0', 'x_t -> 0'],
    ['x_t \\xrightarrow[t\\to\\infty]{} 0', 'x_t -> 0'],
    ['x_t \\overset{\\text{(1)}}{=} 0', 'x_t = 0'],
    ['For t\\to\\infty: x_t \\to 0', 'x_t -> 0'],
    ['x_t \\xrightarrow{t\\to0} 0', `${grows} below or above the sign.`],
    ['x_t \\overset{t\\to-\\infty}{\\to} 0', `${grows} below or above the sign.`],
    ['x_t \\to_{t\\to0} 0', `${grows} below or above the sign.`],
    ['\\lim_{t\\to-\\infty} x_t = 0', `${grows} below the sign.`],
    ['\\lim_{t\\to0} x_t = 0', `${grows} below the sign.`],
    ['\\mu < 1 \\to \\mu^2 < 1', '\\mu < 1 ; \\mu^{2} < 1'],
  ])('%s', (source, expected) => {
    expect(claimed(source)).toBe(expected);
  });
});

describe('going on from a member', () => {
  it.each([
    ['\\mu \\le 1, hence \\le 2', '\\mu <= 1 ; 1 <= 2'],
    ['\\text{since }\\mu\\text{ is a constant}>0\\text{: }x_t = 0', '\\mu > 0 ; x_t = 0'],
    ['x_t = 0 because norms are \\ge 0', 'x_t = 0'],
    ['\\rightarrow x_t = 0 = g(x_t)', 'x_t = 0 = g(x_t)'],
    ['\\mu, \\mu^2 \\ge 0', '\\mu >= 0 ; \\mu^{2} >= 0'],
    ['\\text{Since } \\mu, \\mu^2 \\ge 0\\text{: } x_t = 0', '\\mu >= 0 ; \\mu^{2} >= 0 ; x_t = 0'],
  ])('%s', (source, expected) => {
    expect(claimed(source)).toBe(expected);
  });

  it('of a line above only where nothing else stands in front', () => {
    const claim = readClaim('hence \\le 2', { table, before: { kind: 'symbol', id: 'mu' } });
    expect(claim.ok && claim.value.chains.map(written)).toEqual(['\\mu <= 2']);
    const other = readClaim('x_t = 0, hence = g(x_t)', {
      table,
      before: { kind: 'symbol', id: 'mu' },
    });
    expect(other.ok && other.value.chains.map(written)).toEqual(['x_t = 0', '0 = g(x_t)']);
  });
});
