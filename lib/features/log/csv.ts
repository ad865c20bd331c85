/** What a spreadsheet takes for a formula, full-width signs and line breaks included (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** What tells a spreadsheet that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A line of a CSV file for people: texts that a spreadsheet would run begin with an apostrophe. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return `${value}`;
  const text = FORMULA.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}
