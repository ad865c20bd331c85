import { describe, expect, it } from 'vitest';
import { toLatex } from '@/lib/math/language/latex';
import { MOMENTUM_SYMBOLS, tableOf } from '@/lib/math/testing/tables';
import { type Chain, readClaim } from './read-claim';

const table = tableOf(MOMENTUM_SYMBOLS);

function claimed(source: string): string {
  const claim = readClaim(source, table);
  if (!claim.ok) return claim.error.message;
  const { supposed, chains } = claim.value;
  const said = chains.map(written).join(' ; ');
  return supposed.length === 0 ? said : `[${supposed.map(written).join(' ; ')}] ${said}`;
}

function written({ members, operators, limits }: Chain): string {
  return members
    .map((member, index) => {
      const latex = toLatex(member, table);
      return `${limits[index] ? `lim(${latex})` : latex} ${operators[index] ?? ''}`.trim();
    })
    .join(' ');
}

describe('a line that goes on from the one above', () => {
  it('begins with its last member', () => {
    const claim = readClaim('\\le \\mu', table, { kind: 'symbol', id: 'mu' });
    expect(claim.ok && claim.value.chains.map(written)).toEqual(['\\mu <= \\mu']);
  });
});

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
    ['hence\\:by\\:\\left(2\\right)\\:x_t = 0', 'x_t = 0'],
    ['by line 2 x_t = 0', 'x_t = 0'],
    ['x_t and g(x_t) -> 0', 'x_t -> 0 ; g(x_t) -> 0'],
    ['x_t tends to zero', 'x_t -> 0'],
    ['x_t \\text{ converges to } 0', 'x_t -> 0'],
    ['\\mu \\le 1\\;(\\mu > 0)', '\\mu <= 1 ; \\mu > 0'],
    ['x_t = 0 except when \\mu > 1', '[\\mu <= 1] x_t = 0'],
    ['\\mu > 1 would imply x_t = 0', '[\\mu > 1] x_t = 0'],
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
    ['', 'Nothing is claimed here.'],
  ])('%s', (source, expected) => {
    expect(claimed(source)).toBe(expected);
  });
});

/** What words make of a line: its role, its mood, and whether it is an implication. */
function meant(source: string): string {
  const claim = readClaim(source, table);
  if (!claim.ok) return claim.error.message;
  const { supposed, supposes, chains, mood, implies } = claim.value;
  const roles = supposed.length > 0 ? [`${supposes}: ${supposed.map(written).join(' ; ')}`] : [];
  const said = chains.map(written).join(' ; ');
  return [...roles, said, mood === 'claimed' ? '' : mood, implies ? 'implies' : '']
    .filter((part) => part !== '')
    .join(' | ');
}

describe('what words say of a claim', () => {
  it.each([
    ['It is not true that x_t = 0', 'x_t = 0 | denied'],
    ['\\text{It is false that }x_t = 0', 'x_t = 0 | denied'],
    ['We do not have x_t = 0', 'x_t = 0 | denied'],
    ['not: x_t = 0', 'x_t = 0 | denied'],
    ['\\text{Es gilt nicht }x_t = 0', 'x_t = 0 | denied'],
    ['Es ist falsch, dass x_t = 0', 'x_t = 0 | denied'],
    ['\\neg(x_t = 0)', 'x_t = 0 | denied'],
    ['x_t = 0 is wrong', 'x_t = 0 | called impossible'],
    ['x_t = 0\\text{ does not hold}', 'x_t = 0 | called impossible'],
    ['x_t = 0, which is not the case.', 'x_t = 0 | called impossible'],
    ['x_t = 0 \\text{ gilt nie}', 'x_t = 0 | called impossible'],
    ['x_t = 0, unmöglich', 'x_t = 0 | called impossible'],
    ['x_t = 0\\text{ kann nicht sein}', 'x_t = 0 | called impossible'],
    ['It remains to show x_t = 0', 'x_t = 0 | announced'],
    ['To show: x_t = 0', 'x_t = 0 | announced'],
    ['\\text{Zu zeigen: }x_t = 0', 'x_t = 0 | announced'],
    ['\\text{Is it true that }x_t = 0\\text{?}', 'x_t = 0 | announced'],
    ['maybe x_t = 0', 'x_t = 0 | announced'],
    ['vielleicht x_t = 0', 'x_t = 0 | announced'],
    ['x_t = 0, which was to be shown', 'x_t = 0'],
    ['Claim: x_t = 0', 'x_t = 0'],
    ['It is not true that x_t = 0, hence \\mu > 1', 'x_t != 0 ; \\mu > 1'],
    ['To show: x_t = 0. We have \\mu > 1', '\\mu > 1'],
    ['x_t = 0 \\Rightarrow g(x_t) = 0', 'x_t = 0 ; g(x_t) = 0 | implies'],
    ['x_t = 0 => g(x_t) = 0', 'x_t = 0 ; g(x_t) = 0 | implies'],
    ['\\Rightarrow x_t = 0, g(x_t) = 0', 'x_t = 0 ; g(x_t) = 0'],
    ['if \\mu > 1 \\Rightarrow x_t = 0', 'as a condition: \\mu > 1 | x_t = 0'],
    [
      '\\mu < 1 \\text{ or } \\mu > 1',
      'Of two statements with “or” between them neither is claimed; write one a line.',
    ],
  ])('%s', (source, expected) => {
    expect(meant(source)).toBe(expected);
  });
});

describe('what is supposed', () => {
  it.each([
    ['Angenommen, \\mu \\ge 1.', 'for what follows: \\mu >= 1'],
    ['\\text{Annahme: }\\mu \\ge 1', 'for what follows: \\mu >= 1'],
    ['Nehmen wir an, dass \\mu \\ge 1', 'for what follows: \\mu >= 1'],
    ['Suppose not: \\mu \\ge 1', 'for what follows: \\mu >= 1'],
    ['\\text{Suppose not, i.e. }\\mu \\ge 1', 'for what follows: \\mu >= 1'],
    ['Suppose for contradiction that \\mu \\ge 1', 'for what follows: \\mu >= 1'],
    ['Assume, for contradiction, \\mu \\ge 1', 'for what follows: \\mu >= 1'],
    ['\\text{Towards a contradiction let }\\mu \\ge 1', 'for what follows: \\mu >= 1'],
    [
      '\\text{Suppose }\\mu \\ge 1\\text{. Then }\\mu \\ge 2\\text{, a contradiction.}',
      'for what follows: \\mu >= 1 | \\mu >= 2',
    ],
    ['\\text{Suppose }\\neg(\\mu < 1)', 'for what follows: \\mu >= 1'],
    ['\\text{Suppose }\\mu \\not< 1', 'for what follows: \\mu >= 1'],
    ['\\text{Suppose }\\mu \\nless 1', 'for what follows: \\mu >= 1'],
    ['Case 1: \\mu \\ge 1. Then \\mu > 0', 'as a case: \\mu >= 1 | \\mu > 0'],
    ['Fall 2: \\mu < 1', 'as a case: \\mu < 1'],
    ['Wenn \\mu \\ge 1, dann x_t = 0.', 'as a condition: \\mu >= 1 | x_t = 0'],
    ['x_t = 0, falls \\mu \\ge 1', 'as a condition: \\mu >= 1 | x_t = 0'],
    ['\\text{If }\\mu \\ge 1\\text{ were true,}', 'as a condition: \\mu >= 1'],
    ['x_t = 0 \\text{ only if } \\mu > 1', 'as a condition: x_t = 0 | \\mu > 1'],
    ['x_t = 0 \\text{ unless } \\mu < 1', 'as a condition: \\mu >= 1 | x_t = 0'],
    ['x_t = 0 if and only if g(x_t) = 0', 'x_t = 0 ; g(x_t) = 0'],
    ['\\forall\\mu\\ge1: x_t = 0', 'as a condition: \\mu >= 1 | x_t = 0'],
    ['x_t = 0 \\;\\forall p,n,\\quad \\mu\\ge1', 'as a condition: \\mu >= 1 | x_t = 0'],
    ['\\forall t\\ge0: x_t = 0', 'x_t = 0'],
    ['x_t = 0 for all t \\ge 0', 'x_t = 0'],
    ['\\forall p, n, x_t = 0', 'x_t = 0'],
    ['By assumption x_t = 0', 'x_t = 0'],
  ])('%s', (source, expected) => {
    expect(meant(source)).toBe(expected);
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
    const claim = readClaim('hence \\le 2', table, { kind: 'symbol', id: 'mu' });
    expect(claim.ok && claim.value.chains.map(written)).toEqual(['\\mu <= 2']);
    const other = readClaim('x_t = 0, hence = g(x_t)', table, { kind: 'symbol', id: 'mu' });
    expect(other.ok && other.value.chains.map(written)).toEqual(['x_t = 0', '0 = g(x_t)']);
  });
});

describe('what stands around a claim', () => {
  it.each([
    ['(1) x_t = 0', 'x_t = 0'],
    ['(2)\\quad \\mu < 2\\mu', '\\mu < 2\\,\\mu'],
    ['(i) x_t = 0', 'x_t = 0'],
    ['1) x_t = 0', 'x_t = 0'],
    ['2. x_t = 0', 'x_t = 0'],
    ['2.5\\mu > 0', '2.5\\,\\mu > 0'],
    ['(2)\\cdot\\mu > 0', '2\\cdot \\mu > 0'],
    ['(1b) \\Rightarrow x_t = 0', 'x_t = 0'],
    ['(*) x_t = 0 \\tag{1}', 'x_t = 0'],
    ['x_t = 0 \\quad(2)', 'x_t = 0'],
    ['x_t = 0 \\qquad(*)', 'x_t = 0'],
    ['Step 1: x_t = 0', 'x_t = 0'],
    ['Schritt 2: x_t = 0', 'x_t = 0'],
    ['\\bullet\\; x_t = 0', 'x_t = 0'],
    ['– x_t = 0', 'x_t = 0'],
    ['- x_t = 0', '-x_t = 0'],
    ['-x_t = 0', '-x_t = 0'],
    ['\\leadsto x_t = 0', 'x_t = 0'],
    ['x_t = 0 (since \\mu > 0)', 'x_t = 0 ; \\mu > 0'],
    ['x_t = 0 \\quad(\\mu > 0)', 'x_t = 0 ; \\mu > 0'],
    ['Da \\mu > 0 gilt x_t = 0', '\\mu > 0 ; x_t = 0'],
    ['Wegen \\mu > 0 folgt x_t = 0, q.e.d.', '\\mu > 0 ; x_t = 0'],
    ['d.h. x_t = 0', 'x_t = 0'],
    ['Für alle Tripel gilt: x_t = 0', 'x_t = 0'],
    ['und somit x_t = 0', 'x_t = 0'],
    ['we get $x_t = 0$', 'x_t = 0'],
    ['\\text{we get $x_t = 0$ since $\\mu > 0$}', 'x_t = 0 ; \\mu > 0'],
    ['x_t = 0, where we used \\mu > 0', 'x_t = 0 ; \\mu > 0'],
    ['\\mathrm{hence}\\; x_t = 0', 'x_t = 0'],
    ['\\textbf{Thus} x_t = 0', 'x_t = 0'],
    ['\\textcolor{blue}{x_t = 0}', 'x_t = 0'],
    ['{\\color{red}x_t = 0}', 'x_t = 0'],
    ['\\quad\\hspace{1em} x_t = 0', 'x_t = 0'],
    ['x_t \\to \\mathbf{0}', 'x_t -> 0'],
    ['\\mu - \\underbrace{\\mu}_{>0} = 0', '\\mu-\\mu = 0'],
    ['{\\left\\Vert x_t\\right\\Vert}_2 = 0', '\\left\\|x_t\\right\\| = 0'],
    ['\\norm{x_t}^2 = 0', '\\left\\|x_t\\right\\|^{2} = 0'],
    ['\\begin{cases} x_t = 0 \\\\ \\mu > 0 \\end{cases}', 'x_t = 0 ; \\mu > 0'],
    ['unfortunately x_t = 0', 'x_t = 0'],
    ['\\mu (a constant) > 0', '\\mu > 0'],
    ['by the definition of max(.,0), x_t = 0', 'x_t = 0'],
  ])('%s', (source, expected) => {
    expect(claimed(source)).toBe(expected);
  });

  it.each([
    ['unfortunately = 0', '“u” is not a symbol of this part.'],
    ['x_t foo = 0', '“f” is not a symbol of this part.'],
    ['x_t = "0', 'The character “"” has no meaning in a formula.'],
    ['\\frac{\\mu \\text{and} 1}{2} > 0', 'Words or a semicolon do not fit inside a formula.'],
  ])('never passes over what is no word: %s', (source, expected) => {
    expect(claimed(source)).toBe(expected);
  });
});

describe('words that may deny what stands beside them', () => {
  it.each([
    ['\\mu is not < 1', 'unclear'],
    ['neither \\mu < 1 nor \\mu = 1', 'unclear'],
    ['\\mu < 1 isn\u2019t true', 'called impossible'],
    ['there are no t with \\mu < 1', 'denied'],
    ['\\mu does not depend on t, so \\mu < 1', 'claimed'],
    ['\\mu < 1', 'claimed'],
  ])('%s', (source, mood) => {
    const claim = readClaim(source, table);
    expect(claim.ok && claim.value.mood).toBe(mood);
  });
});
