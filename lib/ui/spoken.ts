import renderA11yString from 'katex/contrib/render-a11y-string';

/** A formula in words, for names that are read aloud: "x sub t" for `x_t`. */
export function spoken(latex: string): string {
  return (
    aloud(latex)
      .replace(/start subscript, ([^,]+), end subscript/g, 'sub $1')
      .replace(/start superscript, ([^,]+), end superscript/g, 'to the $1')
      // Commands that it does not know keep their names.
      .replace(/\\([A-Za-z]+)/g, '$1')
  );
}

function aloud(latex: string): string {
  try {
    return renderA11yString(latex);
  } catch {
    // What cannot be typeset is shown as it was written, too.
    return latex.replace(/[\\{}]/g, ' ');
  }
}
