import type { Check } from '@/lib/exam/check';
import {
  factorsOf,
  figuresOf,
  foreignOperation,
  foreignSymbol,
  integralIn,
  notExpanded,
  notSingleFraction,
} from '@/lib/math/compare/forms';
import { unmatchedFactor } from '@/lib/math/compare/proportional';
import type { Tree } from '@/lib/math/core/tree';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Form } from './answer';
import type { PreparedField, PreparedFormula } from './prepare';

function nameOf(form: Form, table: SymbolTable): string {
  switch (form.form) {
    case 'expanded':
    case 'factored':
      return form.form;
    case 'single_fraction':
      return 'as a single fraction';
    case 'no_integral':
      return 'without integrals';
    case 'only_symbols':
      return `in ${form.symbols.map((id) => `$${table.latexOf(id)}$`).join(', ')} alone`;
    case 'significant_figures':
      return `with ${form.figures} significant figures`;
  }
}

/**
 * One check for each form that a field asks for. A form earns its share only where the value is
 * right: any expression can be written out.
 */
export function formChecks(
  field: PreparedField,
  answer: Tree | null,
  value: Check,
  prepared: PreparedFormula,
  seed: string,
): Check[] {
  return field.forms.map((form) => {
    const points = form.credit * field.points;
    const base = { name: `${field.name} ${form.form}`, points };
    const asked = `$${field.label}$ is asked for ${nameOf(form, prepared.table)}`;
    const fault = answer && faultOf(form, field, answer, prepared.table, seed);
    if (value.unread) {
      const message = `${asked}; that counts once it is read.`;
      const { unread, place } = value;
      const evidence = 'The answer could not be read.';
      return { ...base, verdict: 'review', score: 0, message, evidence, unread, place };
    }
    if (!answer || value.verdict === 'wrong') {
      const message = `${asked}; that counts once its value is right.`;
      return { ...base, verdict: 'wrong', score: 0, message, evidence: 'The value is not right.' };
    }
    if (fault) {
      const message = `${asked}; ${fault}`;
      const witness = { summary: fault };
      return { ...base, verdict: 'wrong', score: 0, message, witness, evidence: fault };
    }
    if (value.verdict === 'review') {
      const message = `${asked}, and it is; its value is still to be judged.`;
      return { ...base, verdict: 'review', score: 0, message, evidence: 'The value is in review.' };
    }
    const message = `${asked}, and it is.`;
    return { ...base, verdict: 'right', score: points, message, evidence: 'Of the form.' };
  });
}

/** What in the answer is not of the form, as half a sentence; null where nothing is. */
function faultOf(
  form: Form,
  field: PreparedField,
  answer: Tree,
  table: SymbolTable,
  seed: string,
): string | null {
  const { reference } = field;
  const at = (tree: Tree) => `$${toLatex(tree, table)}$`;
  switch (form.form) {
    case 'expanded': {
      const place = notExpanded(answer) ?? (reference && foreignOperation(answer, reference));
      return place && `${at(place)} can still be worked out.`;
    }
    case 'factored': {
      if (!reference) return null;
      const place =
        unmatchedFactor(factorsOf(reference), factorsOf(answer), table, seed) ??
        foreignOperation(answer, reference);
      return place && `${at(place)} can be factored or worked out further.`;
    }
    case 'single_fraction': {
      const place = notSingleFraction(answer);
      return place && `${at(place)} is a quotient of its own.`;
    }
    case 'no_integral': {
      const place = integralIn(answer);
      return place && `${at(place)} is still to be worked out.`;
    }
    case 'only_symbols': {
      const place = foreignSymbol(answer, form.symbols);
      return place && `${at(place)} should not stay.`;
    }
    case 'significant_figures': {
      const figures = figuresOf(answer);
      if (!figures) return 'a number is expected.';
      if (figures.least <= form.figures && form.figures <= figures.most) return null;
      const written =
        figures.least === figures.most ? `${figures.most}` : `${figures.least} to ${figures.most}`;
      return `${form.figures} significant figures are expected, it has ${written}.`;
    }
  }
}
