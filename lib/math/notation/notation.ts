/** Tables of notation: what characters and commands stand for. */

const GREEK_LETTERS =
  'α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu µ mu ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Φ Phi Ψ Psi Ω Omega';

/** A list `a b c d` as pairs. */
export function pairs(text: string): [string, string][] {
  const words = text.split(' ');
  return words.flatMap((word, index): [string, string][] => {
    const next = words[index + 1];
    return index % 2 === 0 && next !== undefined ? [[word, next]] : [];
  });
}

/** Names that stand for a Greek letter when typed as a word. */
export const GREEK_NAMES: ReadonlySet<string> = new Set(
  pairs(GREEK_LETTERS).map(([, name]) => name),
);

/** Characters that stand for a command. */
export const CHARACTER_COMMANDS: ReadonlyMap<string, string> = new Map([
  ...pairs(GREEK_LETTERS),
  ...pairs(
    '√ sqrt ∞ infty ∂ partial ∇ nabla ∑ sum ∫ int ∏ prod ℓ ell ⊤ top ° circ ∘ circ 𝟙 indicator',
  ),
  ...pairs('∪ cup ∩ cap ∖ setminus ∅ emptyset ∈ in ∉ notin'),
  ...pairs(
    '𝔼 mathbb{E} ℝ mathbb{R} ℕ mathbb{N} ℤ mathbb{Z} ℚ mathbb{Q} ℂ mathbb{C} ℒ mathcal{L} 𝓛 mathcal{L} 𝟏 mathbf{1} ∛ cbrt',
  ),
]);

/** Characters that stand for a mark of the language. */
export const CHARACTER_MARKS: ReadonlyMap<string, string> = new Map(
  pairs(
    "− - – - · * ⋅ * ∗ * • * ÷ / ∕ / ≤ <= ⩽ <= ≥ >= ⩾ >= ≠ != ≦ <= ≧ >= ≰ > ≱ < ≮ >= ≯ <= ≔ = ≕ = ≜ = ≈ ≈ ↛ ↛ ∥ ‖ ‖ ‖ ⟨ ⟨ ⟩ ⟩ ′ ' ’ ' → -> ⟶ -> ⇒ => ⟹ => ⇔ => ⟺ => ⊙ ⊙ ⊗ ⊗ ⌊ ⌊ ⌋ ⌋ ⌈ ⌈ ⌉ ⌉ ± ± ∧ ∧ ∨ ∨ × ×",
  ),
);

/** Signs above a letter that follow it, by the command of the accent. */
export const COMBINING_ACCENTS: ReadonlyMap<string, string> = new Map([
  ['\u0302', 'hat'],
  ['\u0304', 'bar'],
  ['\u0305', 'bar'],
  ['\u0303', 'tilde'],
  ['\u0307', 'dot'],
  ['\u0308', 'ddot'],
  ['\u20d7', 'vec'],
  ['\u030c', 'check'],
  ['\u0306', 'breve'],
]);

/** Commands that stand for a mark. */
export const COMMAND_MARKS: ReadonlyMap<string, string> = new Map(
  pairs(
    "cdot * times × ast * cdotp * bullet * div / slash / le <= leq <= leqslant <= ge >= geq >= geqslant >= ne != neq != leqq <= geqq >= nleq > ngeq < nleqslant > ngeqslant < nless >= ngtr <= nrightarrow ↛ nto ↛ coloneqq = coloneq = eqqcolon = eqcolon = triangleq = approx ≈ simeq ≈ lt < gt > vert | lvert | rvert | mid | | ‖ Vert ‖ lVert ‖ rVert ‖ parallel ‖ lbrace ( rbrace ) lparen ( rparen ) lbrack [ rbrack ] langle ⟨ rangle ⟩ prime ' colon : % % pm ± wedge ∧ land ∧ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ odot ⊙ otimes ⊗ vee ∨ lor ∨ to -> rightarrow -> longrightarrow -> Rightarrow => implies => Longrightarrow => iff => Leftrightarrow => Longleftrightarrow => { ( } ) _ _",
  ),
);

/** Commands with another name for the same thing. */
export const COMMAND_NAMES: ReadonlyMap<string, string> = new Map(
  pairs(
    'dfrac frac tfrac frac cfrac frac dbinom binom tbinom binom imaginaryI i imaginaryJ i exponentialE e differentialD d widehat hat widetilde tilde overline bar boldsymbol mathbf bm mathbf pmb mathbf mathds mathbb mathbbm mathbb mathscr mathcal infin infty lg log10 bmod mod intercal top Pr P',
  ),
);

/** Signs that stand for an operation over a range or by a variable, typed as words. */
export const OPERATOR_WORDS: ReadonlySet<string> = new Set(
  'sum prod int lim nabla partial infty choose cbrt mod relu ReLU'.split(' '),
);

/** Words between formulas; those that say nothing are empty. */
export const CONNECTIVES: ReadonlyMap<string, string> = new Map([
  ...'if for when where wenn falls für'.split(' ').map((word): [string, string] => [word, '']),
  ...'otherwise else sonst'.split(' ').map((word): [string, string] => [word, 'otherwise']),
  ...'and und'.split(' ').map((word): [string, string] => [word, '∧']),
  ...'or oder nebo'.split(' ').map((word): [string, string] => [word, '∨']),
]);

/** ½ and the like: numerator and denominator. */
export const VULGAR_FRACTIONS: ReadonlyMap<string, readonly [string, string]> = new Map(
  '½ 1 2 ⅓ 1 3 ⅔ 2 3 ¼ 1 4 ¾ 3 4 ⅕ 1 5 ⅖ 2 5 ⅗ 3 5 ⅘ 4 5 ⅙ 1 6 ⅚ 5 6 ⅛ 1 8 ⅜ 3 8 ⅝ 5 8 ⅞ 7 8'
    .match(/\S+ \d \d/g)
    ?.map((text): [string, readonly [string, string]] => {
      const [sign = '', top = '', bottom = ''] = text.split(' ');
      return [sign, [top, bottom]];
    }),
);

/** Commands that only move things about or size them. */
export const SPACING_COMMANDS: ReadonlySet<string> = new Set(
  ', ; : ! > quad qquad thinspace enspace displaystyle textstyle limits nolimits left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr mleft mright mathstrut relax hfill'.split(
    ' ',
  ),
);

/** Commands that set their argument in another type face and mean the same. */
export const UPRIGHT_COMMANDS: ReadonlySet<string> = new Set(
  'mathrm mathbf mathit mathsf mathtt mathnormal text textrm textit textbf operatorname mathop mathord mathbin mathrel mathopen mathclose mbox'.split(
    ' ',
  ),
);

/** Commands that make another letter of theirs: `\tilde g` is not `g`. */
export const ACCENT_COMMANDS: ReadonlySet<string> = new Set(
  'tilde hat bar vec dot ddot check breve acute grave mathcal mathbb mathfrak'.split(' '),
);

export const SUPERSCRIPT_CHARACTERS: ReadonlyMap<string, string> = new Map(
  pairs('⁰ 0 ¹ 1 ² 2 ³ 3 ⁴ 4 ⁵ 5 ⁶ 6 ⁷ 7 ⁸ 8 ⁹ 9 ⁺ + ⁻ - ⁿ n ᵀ T ᵏ k ⁱ i ˣ x'),
);

export const SUBSCRIPT_CHARACTERS: ReadonlyMap<string, string> = new Map(
  pairs('₀ 0 ₁ 1 ₂ 2 ₃ 3 ₄ 4 ₅ 5 ₆ 6 ₇ 7 ₈ 8 ₉ 9 ₊ + ₋ - ₙ n ₜ t ₖ k ᵢ i ⱼ j ₐ a ₚ p ₓ x ₘ m'),
);
