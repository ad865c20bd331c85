import type { MathfieldElement } from 'mathlive';
import { SYMBOL, type TypedForm, type TypedLanguage } from './characters';
import { decideDenominator } from './denominator-decision';
import { type Atom, latexIn, latexOf, leave, type Model, modelOf, placeOf } from './mathlive-model';
import { dropSpaces, selectNumerator } from './numerator';
import type { OperandNames } from './operand';
import { completionOf, pullIn } from './pull-in';
import { decideScript } from './script-decision';
import { rename, type TypedName } from './typed-names';

type Branch = 'subscript' | 'superscript';

/** More levels than anybody stands in at once. */
const MOST_LEVELS = 12;

/** What may be typed into a field: the written forms of its part, and which are functions. */
export interface Typable {
  forms: readonly TypedForm[];
  functions: ReadonlySet<string>;
  language: TypedLanguage;
  /** Words are typed beside formulas. */
  words: boolean;
  /** Names of the part that become signs. */
  names: readonly TypedName[];
}

/**
 * Lets one type as on a plain keyboard: decides, before MathLive sees a character, whether the
 * index or the typed denominator that the caret stands in ends here.
 *
 * What is remembered is remembered by offsets: a name such as `lambda` restores an earlier state of
 * the field and makes all its atoms anew, and offsets left of the caret stay the same.
 */
export class NaturalTyping {
  readonly #element: MathfieldElement;
  readonly #typable: Typable;
  /** Indices that were left for good: by Space, Esc or the right arrow. */
  readonly #ended = new Set<number>();
  /** Indices in which a bracket was opened. */
  readonly #opened = new Map<number, '(' | '{'>();
  /** Denominators that were begun with a typed `/`. */
  readonly #typedBelow = new Set<number>();
  #isBehindSlash = false;
  /** The letters and spaces typed last. */
  #typed = '';
  /** Where the caret was put behind an index that was drawn together a moment ago. */
  #pulledAt: number | null = null;

  constructor(element: MathfieldElement, typable: Typable) {
    this.#element = element;
    this.#typable = typable;
  }

  /**
   * To be called with every character before MathLive has it.
   * @returns whether nothing is left to be done with it
   */
  before(character: string): boolean {
    const model = modelOf(this.#element);
    const typed = this.#typed;
    this.#typed = /[A-Za-z ]/.test(character) ? typed + character : '';
    if (model?.mode !== 'math') return false;
    // `u / x`: the gap is selected, and a space would fill it.
    if (this.#isBehindSlash && character === ' ') return true;
    if (this.#isBehindSlash) this.#rememberDenominator(model);
    if (!model.selectionIsCollapsed) return false;
    this.#isBehindSlash = character === '/';
    const pulledAt = this.#pulledAt;
    this.#pulledAt = null;
    // `x_t-10` is no `x_{t-1}0`.
    if (pulledAt === model.position && /\d/.test(character)) {
      this.#element.executeCommand('undo');
      return false;
    }
    this.#forgetBehind(model.position);
    const { names, words } = this.#typable;
    if (!isScript(model.at(model.position).parentBranch))
      rename(this.#element, model, names, { typed, character, words });
    const left = this.#leaveWhatEnds(model, character);
    if (left === 'swallowed') return true;
    if (left === 'stayed') return false;
    if (character === '/') selectNumerator(this.#element, model, this.#operandNames);
    else if (character === '^' || character === '_') dropSpaces(this.#element, model);
    return this.#completes(model, character);
  }

  /** A whole symbol is about to come, from a key. */
  beforeSymbol(): void {
    this.before(SYMBOL);
  }

  /** The caret was put elsewhere. */
  forget(): void {
    this.#ended.clear();
    this.#opened.clear();
    this.#typedBelow.clear();
    this.#isBehindSlash = false;
    this.#pulledAt = null;
    this.#typed = '';
  }

  /**
   * The index in which the caret stands is left for good: Esc and the right arrow.
   * @returns whether there was one
   */
  end(): boolean {
    const model = modelOf(this.#element);
    const caret = model?.at(model.position);
    const branch = caret?.parentBranch;
    if (!model || !caret?.parent || model.mode !== 'math' || !isScript(branch)) return false;
    this.#opened.delete(placeOf(model, caret.parent, branch));
    leave(this.#element, caret.parent);
    this.#ended.add(model.position);
    return true;
  }

  /** The caret stands at the end of an index, which anybody may wonder how to leave. */
  get isInScript(): boolean {
    const model = modelOf(this.#element);
    return model !== null && isScript(model.at(model.position).parentBranch);
  }

  #leaveWhatEnds(model: Model, character: string): 'left' | 'stayed' | 'swallowed' {
    for (let level = 0; level < MOST_LEVELS; level++) {
      const caret = model.at(model.position);
      const { parent, parentBranch: branch } = caret;
      // Only at the end of an index, never in the middle of one.
      if (!parent?.parent || !caret.isLastSibling) break;
      const decision = this.#decide(model, parent, branch, character);
      if (decision === 'open' || decision === 'swallow') return 'swallowed';
      if (decision === 'stay') return isScript(branch) ? 'stayed' : 'left';
      if (decision === null) break;
      leave(this.#element, parent);
      if (decision === 'leave only') {
        this.#ended.add(model.position);
        return 'swallowed';
      }
    }
    return 'left';
  }

  #decide(model: Model, parent: Atom, branch: string | undefined, character: string) {
    if (isScript(branch)) return this.#decideScript(model, parent, branch, character);
    if (parent.type === 'genfrac' && branch === 'below') {
      if (!this.#typedBelow.has(placeOf(model, parent, 'below'))) return null;
      const last = parent.branch('below')?.at(-1);
      const content = this.#typable.language.asTyped(
        latexIn(this.#element, model, parent, 'below'),
      );
      const endsWithBracket = last?.type === 'leftright';
      const { functions, language: names } = this.#typable;
      const numerator = this.#typable.language.asTyped(
        latexIn(this.#element, model, parent, 'above'),
      );
      return decideDenominator(
        { content, numerator, endsWithBracket, functions, names },
        character,
      );
    }
    return parent.type === 'surd' && branch === 'body' ? decideRoot(parent, character) : null;
  }

  #decideScript(model: Model, parent: Atom, branch: Branch, character: string) {
    const place = placeOf(model, parent, branch);
    const decision = decideScript(
      {
        branch,
        content: this.#typable.language.asTyped(latexIn(this.#element, model, parent, branch)),
        base: this.#baseOf(model, parent),
        opened: this.#opened.get(place) ?? '',
        known: this.#knownIn(model, parent, branch),
        names: this.#typable.language,
      },
      character,
    );
    if (decision === 'open') this.#opened.set(place, character === '(' ? '(' : '{');
    if (decision === 'leave only') this.#opened.delete(place);
    return decision;
  }

  get #operandNames(): OperandNames {
    const { language, functions, words } = this.#typable;
    return {
      isFunction: (typed) => language.functions.has(typed) || functions.has(typed),
      asTyped: language.asTyped,
      words,
    };
  }

  #baseOf(model: Model, script: Atom): string {
    const base = baseAtom(script);
    if (!base?.leftSibling) return '';
    // A sum has its bounds itself and not an index beside it.
    const latex = base === script ? script.command : latexOf(this.#element, model, base);
    return this.#typable.language.asTyped(latex);
  }

  /** What the declared forms of this base have in a branch. */
  #knownIn(model: Model, script: Atom, branch: Branch): readonly string[] {
    const base = this.#baseOf(model, script);
    const isBelow = branch === 'subscript';
    const other = this.#typable.language.asTyped(
      latexIn(this.#element, model, script, isBelow ? 'superscript' : 'subscript'),
    );
    return this.#typable.forms.flatMap((form) => {
      if (form.base !== base) return [];
      if (other !== '' && (isBelow ? form.sup : form.sub) !== other) return [];
      const own = isBelow ? form.sub : form.sup;
      return own === '' ? [] : [own];
    });
  }

  #completes(model: Model, character: string): boolean {
    const completion = completionOf(this.#element, model, character, {
      asTyped: this.#typable.language.asTyped,
      knownIn: (script, branch) =>
        this.#ended.has(model.offsetOf(script)) ? [] : this.#knownIn(model, script, branch),
    });
    const base = completion && baseAtom(completion.script);
    if (!completion || !base) return false;
    pullIn(this.#element, model, completion, base);
    this.#pulledAt = model.position;
    return true;
  }

  #rememberDenominator(model: Model): void {
    this.#isBehindSlash = false;
    const { parent, parentBranch } = model.at(model.position);
    if (parent?.type === 'genfrac' && parentBranch === 'below')
      this.#typedBelow.add(placeOf(model, parent, 'below'));
  }

  #forgetBehind(position: number): void {
    for (const marks of [this.#ended, this.#opened, this.#typedBelow])
      for (const offset of [...marks.keys()]) if (offset > position) marks.delete(offset);
  }
}

function isScript(branch: string | undefined): branch is Branch {
  return branch === 'subscript' || branch === 'superscript';
}

/** What an index stands at: the atom before it, or the sign that carries its own limits. */
function baseAtom(script: Atom): Atom | null {
  const base = script.type === 'subsup' ? script.leftSibling : script;
  return !base || base.type === 'first' ? null : base;
}

/** `sqrt(x)+1`: a root over one bracket ends with it. */
function decideRoot(root: Atom, character: string): 'leave' | null {
  const body = (root.branch('body') ?? []).filter(
    ({ type }) => !/^(first|spacing|space)$/.test(type),
  );
  const isOneBracket = body.length === 1 && body[0]?.type === 'leftright';
  return isOneBracket && !/[\^_]/.test(character) ? 'leave' : null;
}
